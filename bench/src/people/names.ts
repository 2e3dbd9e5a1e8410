/** Names from the places where Halden Moor Logistics works. Data only; each country's names go together. */
interface Country {
  given: readonly string[];
  family: readonly string[];
  /** share of people with two family names, and what stands between the two */
  double: number;
  joint: "-" | " ";
}

function country(given: string, family: string, double = 0, joint: Country["joint"] = " "): Country {
  return { given: given.split(", "), family: family.split(", "), double, joint };
}

export const countries: readonly Country[] = [
  // Norway, Denmark, Sweden
  country(
    "Anders, Astrid, Åse, Bjørn, Dagny, Eirik, Frida, Gunnar, Håkon, Ingrid, Jørgen, Kari, Lars-Erik, Liv, Maren, Magnus, Nils, Oda, Øyvind, Ragnhild, Signe, Sindre, Solveig, Søren, Terje, Tuva, Vegard, Åsa",
    "Aas, Bakken, Berg, Bjørnstad, Dahl, Eriksen, Fjeld, Haugen, Holm, Iversen, Kjær, Kristiansen, Lund, Lunde, Myhre, Nygård, Ødegård, Østby, Pettersson, Rønning, Sæther, Sandvik, Solheim, Strand, Sørensen, Thorsen, Tveit, Vik, Ås",
  ),
  // Poland
  country(
    "Agnieszka, Andrzej, Bartosz, Dorota, Elżbieta, Ewa, Grażyna, Grzegorz, Jakub, Joanna, Katarzyna, Kinga, Krzysztof, Łukasz, Magdalena, Małgorzata, Marek, Mateusz, Michał, Paweł, Piotr, Rafał, Stanisław, Tomasz, Wioletta, Wojciech, Zofia",
    "Adamczyk, Bąk, Brzozowska, Cieślak, Dudek, Gajewska, Głowacki, Jabłońska, Jankowski, Kaczmarek, Kołodziej, Kowalczyk, Lis, Maciejewska, Majewski, Nowak, Pawlak, Piątek, Sikora, Szymańska, Śliwa, Walczak, Wilk, Witkowska, Wójcik, Wróbel, Zając, Żak",
    0.08,
    "-",
  ),
  // England, Scotland, Wales
  country(
    "Alice, Amelia, Benjamin, Callum, Charlotte, Daniel, Eleanor, Emily, Fergus, George, Harriet, Isla, James, Jessica, Kirsty, Lewis, Lucy, Megan, Oliver, Owen, Poppy, Rhys, Rory, Samuel, Sophie, Thomas, William, Zoe",
    "Ashworth, Barlow, Cartwright, Davies, Ellison, Fairclough, Fraser, Griffiths, Hargreaves, Hughes, Ingham, Kershaw, Lockwood, MacLeod, Morgan, Naylor, Ormerod, Pritchard, Ramsay, Sinclair, Strachan, Sutcliffe, Thackeray, Tunnicliffe, Urquhart, Whitcombe, Whitaker, Yardley",
    0.04,
    "-",
  ),
  // Ireland
  country(
    "Aisling, Aoife, Bríd, Cathal, Ciarán, Clodagh, Conor, Deirdre, Diarmuid, Eimear, Éanna, Fionn, Gráinne, Niamh, Oisín, Orla, Pádraig, Ronan, Saoirse, Seán, Siobhán, Tadhg, Úna",
    "Brady, Byrne, Callaghan, Connolly, Doherty, Fitzgerald, Flynn, Gallagher, Healy, Kavanagh, Kearney, Lynch, McCarthy, McGrath, Murphy, Nolan, O’Brien, O’Connor, O’Sullivan, Quinn, Ryan, Sweeney, Walsh",
  ),
  // Nigeria, Ghana
  country(
    "Abiola, Adaeze, Ama, Amara, Ayodele, Chiamaka, Chidi, Chinedu, Desmond, Ebele, Efua, Emeka, Folake, Ifeoma, Kelechi, Kofi, Kwame, Marcus, Ngozi, Nkechi, Obinna, Olumide, Sade, Temitope, Tunde, Uchenna, Yewande",
    "Abubakar, Adebayo, Adeyemi, Afolabi, Agyeman, Akintola, Asante, Balogun, Boateng, Danjuma, Ekwueme, Eze, Igwe, Mensah, Nnamdi, Nwosu, Obi, Ogunleye, Okafor, Okonkwo, Okoye, Oladipo, Osei, Owusu, Sowande, Udoh, Uzoma",
  ),
  // Portugal, Brazil
  country(
    "Afonso, Ana, António, Beatriz, Caetano, Carolina, Catarina, Diogo, Duarte, Filipa, Gonçalo, Inês, Joana, João, Leonor, Luís, Luísa, Mafalda, Mariana, Miguel, Nuno, Rafaela, Rui, Simão, Tânia, Tiago, Vasco",
    "Almeida, Antunes, Barbosa, Brandão, Cardoso, Carvalho, Conceição, Correia, Esteves, Falcão, Fonseca, Figueiredo, Gonçalves, Henriques, Leitão, Lourenço, Magalhães, Matos, Mendonça, Nóbrega, Pacheco, Ribeiro, Sá, Simões, Teixeira, Vasconcelos",
    0.25,
  ),
  // Spain, Latin America
  country(
    "Álvaro, Andrés, Begoña, Carmen, Concepción, Diego, Elena, Fermín, Gonzalo, Inés, Íñigo, Javier, Jimena, José Luis, Lucía, María José, Martín, Mónica, Nuria, Óscar, Paloma, Raúl, Rocío, Sergio, Sofía, Ximena",
    "Aguirre, Álvarez, Bermúdez, Cárdenas, Castaño, Domínguez, Echeverría, Ferrer, Gálvez, Gutiérrez, Ibáñez, Jiménez, Lozano, Marín, Montes, Muñoz, Núñez, Ordóñez, Peña, Quintero, Ríos, Sáez, Téllez, Urrutia, Vázquez, Zúñiga",
    0.6,
  ),
  // Italy
  country(
    "Alessandra, Beatrice, Bruno, Chiara, Cosimo, Davide, Elisa, Fabrizio, Federica, Giacomo, Giulia, Ilaria, Lorenzo, Ludovica, Marco, Matteo, Niccolò, Paola, Pietro, Raffaella, Riccardo, Serena, Tommaso, Vittoria",
    "Barbieri, Bellini, Bianchi, Colombo, Conti, D’Angelo, De Santis, Esposito, Fontana, Galli, Giordano, Leone, Lombardi, Mancini, Marchetti, Moretti, Pellegrini, Rinaldi, Rizzo, Romano, Santoro, Serra, Villa, Vitale",
  ),
  // Türkiye
  country(
    "Ahmet, Aylin, Ayşe, Barış, Berk, Burcu, Çağla, Defne, Deniz, Elif, Emre, Esra, Gökhan, Gül, Hakan, Işıl, Kerem, Leyla, Mehmet, Murat, Nazlı, Oğuz, Özge, Selin, Şebnem, Tuğba, Umut, Yusuf, Zeynep",
    "Acar, Aksoy, Aslan, Aydın, Bozkurt, Bulut, Çelik, Çetin, Demir, Doğan, Erdoğan, Güneş, Kaya, Kılıç, Koç, Korkmaz, Öztürk, Polat, Şahin, Şimşek, Taş, Tekin, Ünal, Yalçın, Yavuz, Yıldız, Yılmaz",
  ),
  // India, Sri Lanka
  country(
    "Aarav, Aditi, Anjali, Arjun, Deepa, Devika, Divya, Farhan, Gayatri, Harish, Ishaan, Karthik, Kavita, Lakshmi, Manoj, Meera, Neha, Nikhil, Pooja, Priya, Rahul, Rohan, Sanjay, Shreya, Siddharth, Sunita, Varun, Vidya",
    "Agarwal, Banerjee, Bhatt, Chatterjee, Desai, Fernando, Gupta, Iyer, Jain, Joshi, Kapoor, Krishnan, Kulkarni, Mehta, Menon, Mukherjee, Nair, Patel, Pillai, Raghunathan, Rao, Reddy, Sharma, Singh, Srinivasan, Subramaniam, Varma",
  ),
  // Arab countries, Iran
  country(
    "Abdullah, Amina, Amir, Bahar, Dalia, Farah, Farid, Fatima, Hassan, Hiba, Ibrahim, Jamal, Karim, Khadija, Laila, Layth, Mariam, Mehdi, Nadia, Nasrin, Omar, Rania, Reza, Samira, Shirin, Tariq, Yasmin, Zaynab",
    "Abbasi, al-Amin, al-Sayed, Bakr, Darwish, El Idrissi, Farouk, Ghorbani, Haddad, Hakimi, Hosseini, Jabari, Kazemi, Khalil, Mansour, Moradi, Nasser, Qasim, Rahmani, Rostami, Sabbagh, Saleh, Shaheen, Tehrani, Yazdani, Ziani",
  ),
  // Japan
  country(
    "Aiko, Akira, Ayumi, Daichi, Emi, Haruka, Hiroshi, Kaito, Kazuko, Keiko, Kenji, Mariko, Naoki, Natsuki, Ren, Riku, Sakura, Satoshi, Shinji, Sora, Takumi, Tomoko, Yuki, Yūto",
    "Abe, Endō, Fujimoto, Gotō, Hashimoto, Inoue, Ishikawa, Itō, Katō, Kimura, Kobayashi, Matsumoto, Mori, Nakamura, Ōno, Saitō, Sasaki, Satō, Shimizu, Suzuki, Tanabe, Tanaka, Watanabe, Yamamoto",
  ),
  // Netherlands, Flanders
  country(
    "Anouk, Bram, Daan, Eline, Femke, Floris, Gijs, Hanneke, Henrik, Jeroen, Joost, Koen, Lieke, Lotte, Maarten, Maud, Niels, Pieter, Roos, Ruben, Sanne, Sjoerd, Thijs, Tess, Willem, Wouter",
    "Bakker, Blom, de Boer, de Graaf, de Vries, Dijkstra, Hoekstra, Jansen, Kuipers, Meijer, Mulder, Peeters, Postma, Schouten, Smit, ’t Hooft, van den Heuvel, van der Berg, van der Meer, van Dijk, Veenstra, Verhoeven, Vermeulen, Visser, Wouters",
  ),
  // Germany, Austria
  country(
    "Andreas, Anke, Bärbel, Christoph, Dieter, Friederike, Günther, Hanna, Heike, Holger, Jörg, Jürgen, Katrin, Lena, Lukas, Mareike, Matthias, Monika, Rüdiger, Sabine, Stefan, Susanne, Sören, Ulrike, Uwe, Wiebke",
    "Albrecht, Baumann, Böhm, Dietrich, Engel, Fuchs, Groß, Günther, Hoffmann, Jäger, Keller, Köhler, Krämer, Lindner, Löffler, Müller, Neumann, Pfeiffer, Richter, Schäfer, Schmidt-Rohr, Schröder, Vogel, Weiß, Winkler, Zöllner",
  ),
  // France, Belgium, West Africa
  country(
    "Adèle, Amadou, Aminata, Antoine, Benoît, Céline, Chloé, Élodie, Émile, Étienne, Fatou, François, Gaëlle, Hélène, Jérôme, Léa, Loïc, Mathilde, Maxime, Moussa, Noémie, Océane, Rémi, Solène, Théo, Yann, Zoé",
    "Aubert, Ba, Beauchamp, Bérard, Bonnet, Chevalier, Diallo, Diop, Dubois, Fofana, François, Gauthier, Giraud, Keïta, Lacroix, Lefèvre, Marchand, Mbaye, Mercier, Moreau, Ndiaye, Péron, Rousseau, Sow, Traoré, Vidal",
  ),
  // South Africa, Zimbabwe, Kenya
  country(
    "Anele, Ayanda, Buhle, Dumisani, Farai, Grace, Johan, Kagiso, Lerato, Lindiwe, Mandla, Mpho, Naledi, Nomvula, Otieno, Pieter, Rutendo, Sipho, Tanaka, Thabo, Thandiwe, Themba, Wanjiru, Zanele, Zodwa",
    "Botha, Dlamini, du Plessis, Kamau, Khumalo, Mabaso, Mahlangu, Mokoena, Molefe, Moyo, Mthembu, Mwangi, Naidoo, Ndlovu, Ngcobo, Nkosi, Ochieng, Pretorius, Sibanda, Sithole, Tshabalala, van Wyk, Wanjala, Zulu, Zuma",
  ),
  // Vietnam, the Philippines
  country(
    "An, Bảo, Carlo, Dung, Divina, Đức, Hà, Hoa, Hùng, Imelda, Jericho, Khánh, Lan, Linh, Marisol, Mai, Minh, Ngọc, Phương, Quang, Rizalina, Sơn, Thảo, Tuấn, Vân",
    "Bautista, Bùi, Cruz, Dela Cruz, Đặng, Đỗ, Dương, Garcia, Hồ, Hoàng, Huỳnh, Lê, Mendoza, Ngô, Nguyễn, Phạm, Phan, Reyes, Santos, Trần, Trịnh, Villanueva, Võ, Vũ",
  ),
  // Ukraine, Romania, Croatia
  country(
    "Ana, Andrii, Bogdan, Cătălina, Dmytro, Dragoș, Ivana, Ioana, Kateryna, Luka, Lyudmyla, Marija, Mihai, Mykola, Nikola, Oksana, Olena, Ruxandra, Sanja, Ștefan, Tamara, Taras, Vasyl, Yaroslava, Željko",
    "Babić, Barbu, Bondarenko, Ćosić, Dumitrescu, Gheorghe, Horvat, Ionescu, Jurić, Kovačević, Kovalenko, Lysenko, Marić, Melnyk, Moldovan, Munteanu, Petrenko, Popescu, Shevchenko, Stanković, Țăranu, Tkachenko, Vuković, Zelić, Živković",
  ),
];
