// What common passwords are made of, written down from how people make them: words, names and walks over the keyboard,
// with the same few endings. Data only; words times endings are some hundred thousand passwords.

const words = `
password passwort passwd pass passcode passw passwords passphrase kennwort geheim geheimnis secret secrets secreto segredo
motdepasse contrasena contraseña clave senha parola haslo heslo wachtwoord lozenord salasana sifre parool
admin administrator administrador administrateur root user username login logon signin guest test tester testing testuser
demo sample example default temp temporary temppass temppassword changeme changethis changeit changemenow newpassword
newpass mypassword mypass thepassword yourpassword userpassword adminpassword adminpass rootpassword testpassword
letmein letmeinnow letmeinplease openup opensesame enter access accessme superuser super supervisor master manager boss
welcome welcomeback welcomehome welcometo willkommen bienvenue bienvenido benvenuto bemvindo hello hellothere helloworld
goodbye goodmorning goodday hallo bonjour salut ciao hola qwerty qwert qwertz qwertyui qwertyuiop qwertzuiop azerty
azertyuiop asdf asdfg asdfgh asdfghj asdfghjk asdfghjkl zxcv zxcvb zxcvbn zxcvbnm yxcvbnm qazwsx qazwsxedc qweasd qweasdzxc
qweqwe qwe asdasd zxczxc asdqwe qaz wsx qazxsw poiuyt poiuytrewq lkjhgf lkjhgfdsa mnbvcxz mnbvcxy abc abcd abcde abcdef
abcdefg abcdefgh abcdefghi abcdefghij abcabc xyz aaa qqq zzz xxx abcxyz iloveyou iloveu ilove iloveme ilovegod ilovemyself
ilovejesus ilovemom loveyou loveme lovely lover lovers love loving loves mylove truelove tequiero teamo jetaime ichliebedich
princess prince queen king kings angel angels babygirl babyboy baby babe sweetheart sweetie sweet honey darling beautiful
pretty gorgeous cutie sexy hottie lucky happy happiness smile smiley sunshine sunflower sunset sunrise moonlight moon star
stars starlight starwars startrek jedi skywalker darthvader yoda batman superman spiderman ironman wonderwoman avengers
marvel captain pokemon pikachu mario zelda minecraft fortnite roblox warcraft starcraft diablo counterstrike callofduty
halo matrix trustno trustnoone trust freedom liberty justice peace forever family friends friend friendship bestfriend
mother father mommy daddy mama papa brother sister grandma mom dad jesus jesuschrist christ god godisgood godislove
blessed blessing faith hope grace heaven amen bible church allah dragon dragons dragonball monkey monkeys tiger tigers lion
lions panther bear bears wolf wolves eagle eagles falcon falcons hawk phoenix unicorn dolphin dolphins shark sharks penguin
turtle rabbit bunny kitty kitten kittycat cat cats doggy dog dogs puppy horse horses pony butterfly flower flowers rose
roses lily daisy violet orchid jasmine cherry cookie cookies chocolate candy banana apple apples orange lemon strawberry
pepper peanut pumpkin cheese pizza coffee whiskey vodka beer budweiser corona football soccer baseball basketball hockey
tennis golf golfer golfing rugby cricket volleyball swimming skating skiing running runner boxing fishing hunting hunter
cowboy cowboys yankees lakers chelsea arsenal liverpool manchester manutd barcelona realmadrid juventus milan inter bayern
dortmund schalke ajax benfica porto celtic rangers steelers packers patriots redskins raiders broncos dodgers giants redsox
bulls celtics knicks warriors rockets jordan kobe lebron ronaldo messi neymar beckham zidane ferrari porsche mercedes bmw
mustang corvette camaro toyota honda yamaha suzuki harley ducati chevy chevrolet ford jeep audi volkswagen nissan subaru
computer internet windows microsoft google facebook twitter instagram youtube yahoo gmail hotmail linkedin samsung nokia
apple iphone android galaxy xbox playstation nintendo linux ubuntu oracle cisco server network system security firewall
database backup office company business corporate finance sales marketing support helpdesk service staff employee
workplace work working money dollar dollars million millionaire rich gold golden silver diamond diamonds platinum crystal
summer winter spring autumn fall season sommer fruehling frühling herbst verano invierno primavera otono ete hiver
printemps automne january february march april may june july august september october november december januar februar
maerz märz mai juni juli oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
diciembre monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag
sonntag lunes martes miercoles jueves viernes sabado domingo weekend holiday holidays christmas xmas easter halloween
newyear birthday london paris berlin madrid rome roma vienna wien munich muenchen hamburg newyork losangeles chicago
boston dallas houston texas florida california america canada mexico brazil brasil argentina england scotland ireland
wales britain france germany deutschland italy italia spain espana portugal holland sweden norway denmark finland poland
polska russia ukraine turkey india pakistan china japan korea australia africa europe europa asia world earth
michael michelle michele jennifer jessica jessie ashley amanda samantha stephanie nicole melissa elizabeth victoria
alexander alexandra alexandre alex andrew anthony daniel daniela danielle david james john johnny joseph joshua justin
matthew nicholas patrick richard robert thomas william charlie charles christian christopher christina christine brandon
brian kevin jason steven stephen george edward henry harry oliver jack jackson jacob lucas luke mark martin martina
maria marie marina mariana anna anne andrea angela angelica barbara brittany carlos carmen caroline catherine claudia
cristina diana eduardo elena emily emma eric fernando francisco gabriel gabriela giovanni giuseppe hannah heather helena
isabel isabella ivan jasmin jose juan julia julian juliana karen karina katie katrina kimberly kristen laura lauren
leonardo linda lisa louise lucia luis manuel marco marcus margaret mario marta mary mercedes miguel miriam monica monika
morgan nancy natalia natalie natasha nathan olivia pablo pamela patricia paul paula pedro peter petra philip rachel
rebecca ricardo roberto rosa ryan sabrina samuel sandra sara sarah sebastian sergio simone simon sofia sophia sophie
stefan stefanie susan susanne svetlana tamara taylor teresa tiffany timothy tyler valentina vanessa vincent walter
whitney xavier yvonne zachary mohammed muhammad ahmed mustafa mehmet fatima ali hassan hussein ibrahim omar yusuf
shadow ghost ninja warrior knight samurai pirate pirates viking hacker hackers cracker killer assassin sniper soldier
army marine marines navy military police fireman doctor teacher student school college university campus graduate
thunder lightning storm hurricane tornado blizzard rainbow rain snow snowball snowman snowflake winterfell ocean river
mountain mountains forest island beach blue bluesky red green black white purple yellow pink silverado orange blackbird
blackjack poker casino jackpot gambler guitar music musicman drummer piano metallica nirvana slipknot eminem beatles
elvis rihanna beyonce bieber justinbieber onedirection hannahmontana jonasbrothers linkinpark greenday blink rockstar
rocknroll rock hiphop singer dancer dancing dance cinema movie movies terminator gladiator rambo rocky titanic hobbit
gandalf frodo merlin excalibur harrypotter hogwarts potter hermione voldemort naruto sasuke goku vegeta sakura bleach
whatever nothing something anything everything nobody somebody everyone blahblah blabla yellow fuckyou fuckoff fuckme
fuck asshole bitch bastard shithead bullshit biteme killme killers badboy badgirl goodboy goodgirl bigboy bigdaddy
bigmac bigdog topdog topgun toptop topsecret confidential private public internal external control alpha omega bravo
charlie delta foxtrot genesis genius einstein newton darwin galileo mozart beethoven napoleon caesar spartan spartacus
hercules zeus apollo athena venus mercury jupiter saturn neptune pluto uranus cosmos universe creative creation creator
champion champions winner victory success successful positive attitude motivation ambition passion desire dream dreams
dreamer dreaming believe believer courage strength honor respect loyalty integrity excellence quality performance power
powerful energy electric electron nuclear atomic rocket missile bomber airplane airborne aviation pilot flight flying
sailing sailor captain voyager explorer discovery adventure traveler vacation paradise tropical hawaii jamaica cancun
correcthorse correcthorsebattery correcthorsebatterystaple horsebatterystaple batterystaple tobeornottobe maytheforce
maytheforcebewithyou whatsup howareyou thankyou please sorry nevermind leavemealone imissyou
`;

const endings = `
0 1 2 3 4 5 6 7 8 9 00 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 33 42
44 45 50 55 64 66 69 70 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99 000 001 007 010 100 101
102 111 112 121 123 124 135 147 159 200 202 212 222 224 225 234 246 247 258 300 313 321 333 345 360 365 369 404 411 420 444
456 500 555 567 617 654 666 678 696 700 717 718 747 753 757 765 777 786 789 800 808 852 876 888 900 909 911 951 963 987 989
999 0000 0007 0123 1000 1010 1111 1112 1122 1123 1212 1221 1233 1234 1235 1313 1331 1357 1414 1478 1515 1597 1616 1717 1818
1919 2000 2112 2121 2222 2323 2345 2424 2468 2525 2580 2626 2727 2828 2929 3000 3131 3210 3333 3456 4200 4242 4321 4444 4545
4567 5000 5150 5252 5432 5454 5555 5656 5678 6543 6666 6667 6767 6789 6969 7410 7654 7777 7788 7878 7890 7979 8080 8520 8765
8787 8888 8989 9000 9090 9191 9630 9696 9753 9797 9876 9898 9988 9999 01234 11111 11223 12121 12123 12312 12321 12345 13579
22222 23456 33333 34567 44444 45678 54321 55555 56789 65432 66666 67890 77777 77889 87654 88888 98765 99999 000000 010101
012345 102030 111111 112233 121212 123123 123321 123456 131313 159753 222222 234567 246810 314159 333333 420420 444444
555555 654321 666666 696969 777777 789456 888888 987654 999999 0123456 1111111 1234321 1234567 7654321 7777777 00000000
01234567 11111111 11223344 12121212 12341234 12344321 12345678 87654321 88888888 012345678 111111111 123123123 123454321
123456789 147258369 789456123 987654321 0123456789 1029384756 1111111111 1122334455 1231231231 1234512345 1234567890
9876543210 a ab abc abcd ab1 abc1 abc123 123abc 1a 1a2b 1a2b3c 1q2w 1q2w3e 1q2w3e4r x xx xxx xxxx xyz z zz zzz q qwe qwer
qwerty asd asdf zxc s es me my you us one two four go it is ok man boy girl lover forever rocks rules sucks now
`;

const signs = [
  "",
  "!",
  "!!",
  "!!!",
  ".",
  "..",
  "?",
  ";",
  ",",
  "*",
  "**",
  "#",
  "##",
  "$",
  "$$",
  "@",
  "@@",
  "%",
  "&",
  "+",
  "-",
  "_",
  "~",
  "!@",
  "@!",
  "!@#",
  "!@#$",
  "!@#$%",
];

const firstYear = 1930;
const lastYear = 2039;

/** Words, names and walks over the keyboard, in lower case. */
export const commonWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/u));

/** What follows them; the empty ending and years included. */
export const commonEndings: ReadonlySet<string> = new Set([
  "",
  ...endings.trim().split(/\s+/u),
  ...Array.from({ length: lastYear - firstYear + 1 }, (_, i) => String(firstYear + i)),
]);

/** The signs that people put between word and ending, or behind both, because a rule asked for one. */
export const commonSigns: ReadonlySet<string> = new Set(signs);

/** Walks over the keyboard and other rows that are no word with an ending. */
export const commonWalks: ReadonlySet<string> = new Set(
  `1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o 1q2w3e4r5t6y7u8i9o0p 1qaz2wsx
1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qaz2wsx3edc4rfv5tgb 1qazxsw2 1qazxsw23edc 2wsx3edc 2wsx3edc4rfv 3edc4rfv zaq12wsx zaq1zaq1
zaq1xsw2 zaq1xsw2cde3 zaq1xsw2cde3vfr4 xsw2zaq1 qwer1234 qwer1234asdf 1234qwer 1234qwerasdf 1234qwerasdfzxcv asdf1234 asdfqwer
asdfzxcv qwerasdf qwerasdfzxcv qwertyasdfgh qwertyasdfghzxcvbn qweasdzxc123 123qweasd 123qweasdzxc 123qwe123 123qwe123qwe
q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 a1b2c3d4 a1b2c3d4e5 a1b2c3d4e5f6 1a2b3c4d 1a2b3c4d5e 1a2b3c4d5e6f
a1s2d3f4 a1s2d3f4g5 z1x2c3v4 z1x2c3v4b5 abcd1234 abcd1234efgh 1234abcd abcde12345 12345abcde abcdef123456 123456abcdef aabbccdd
aabbccddee aabbccddeeff aa123456 a123456789 a1234567890 a12345678 qq123456 q123456789 z123456789 1234567890a 123456789a
123456789q 1234567890q 123456789abc 123456qwerty 12345qwert 1234567890qwertyuiop qwertyuiop1234567890 qwertyuiop1234567
poiuytrewq0987654321 0987654321 0987654321a 1029384756 5t6y7u8i 147258369 159357456 741852963 741852963a 963852741 789456123
789456123a 321654987 147896325 159753456852 qawsedrf qawsedrftg qawsedrftgyh qscwdvefb plokijuhyg mnbvcxzlkjhgfdsapoiuytrewq
qwertyuiopasdfghjklzxcvbnm qwertyuiopasdfghjkl qwertyuiopasdf qwertyuiopas asdfghjklzxcvbnm zxcvbnmasdfghjkl zxcvbnmasdf
!qaz2wsx !qaz@wsx !qaz2wsx#edc !qaz@wsx#edc 1qaz@wsx 1qaz@wsx3edc p@$$w0rd p@$$word pa$$w0rd pa$$word pa55w0rd pa55word
thequickbrownfox thequickbrownfoxjumps loremipsum loremipsumdolor loremipsumdolorsitamet 3.14159265 3.1415926535 314159265358
112358132134 123581321345 onetwothree onetwothreefour onetwothreefourfive abracadabra supercalifragilistic
supercalifragilisticexpialidocious mississippi antidisestablishmentarianism thisismypassword thisisapassword
thisisasecret thisispassword iamtheboss iamtheking iamthebest iamawesome letmeintothesystem ihatepasswords ihatepassword
ihatethis ihatemyjob nopassword nopasswords nopassword123 donttouchme dontforget dontforgetthis rememberme rememberthis
forgotpassword forgotmypassword resetpassword resetmypassword hunter2 hunter22 hunter2hunter2 drowssap drowssap123 nimda
nimda123 toortoor toor1234 swordfish swordfish1 swordfish123 fourwordsalluppercase secret-password my-password`
    .split(/\s+/u)
    .filter((walk) => walk.length >= 8),
);
