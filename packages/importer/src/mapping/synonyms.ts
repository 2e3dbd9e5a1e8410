// What headers are called in the languages that spreadsheets come in: English, German, French, Spanish, Italian, Dutch,
// Portuguese, Polish and Swedish. Data, and the one way in which it is looked up.
import { nearestText } from "../address/nearest-text";
import type { MappingTarget } from "../model/mapping";

/** A header that means a target: exactly, or but for a slip of the hand. */
export interface Meaning {
  target: MappingTarget;
  /** The word it nearly is, when it is none exactly. */
  near: string | null;
}

const words: Readonly<Record<Exclude<MappingTarget, `attribute:${string}`>, string>> = {
  email:
    "email, mail, email address, primary email, primary email address, work email, business email, company email, smtp address, primary smtp address, user email, email id, login email, e-mail-adresse, mailadresse, dienstliche e-mail, adresse e-mail, adresse électronique, courriel, adresse de messagerie, mél, correo, correo electrónico, dirección de correo, posta elettronica, indirizzo e-mail, e-mailadres, mailadres, endereço de e-mail, correio eletrónico, correio eletrônico, adres e-mail, poczta, adres mailowy, e-postadress, e-post, epost, mejl, user principal name, upn, work mail",
  username:
    "username, user name, login, login name, user id, account name, sam account name, samaccountname, uid, benutzername, benutzer, anmeldename, benutzerkennung, kennung, nom d'utilisateur, identifiant, nombre de usuario, usuario, nome utente, gebruikersnaam, inlognaam, nome de utilizador, nome de usuário, utilizador, nazwa użytkownika, användarnamn",
  fullName:
    "full name, name, display name, person, employee, employee name, vollständiger name, anzeigename, vor- und nachname, mitarbeiter, mitarbeitername, nom complet, nom et prénom, nombre completo, nombre y apellidos, nome completo, nome e cognome, nominativo, volledige naam, weergavenaam, naam, nome e sobrenome, imię i nazwisko, pełna nazwa, fullständigt namn, visningsnamn, namn",
  givenName:
    "given name, first name, forename, christian name, fname, vorname, rufname, prénom, nombre, primer nombre, nome, nome di battesimo, voornaam, roepnaam, nome próprio, primeiro nome, imię, förnamn, tilltalsnamn",
  middleName:
    "middle name, middle names, second name, zweiter vorname, deuxième prénom, segundo nombre, secondo nome, tweede voornaam, segundo nome, drugie imię, mellannamn",
  familyName:
    "family name, last name, surname, lname, sn, nachname, familienname, zuname, nom, nom de famille, apellido, apellidos, cognome, achternaam, familienaam, apelido, sobrenome, último nome, nazwisko, efternamn",
  department:
    "department, dept, division, org unit, organizational unit, organisational unit, business unit, abteilung, bereich, fachbereich, organisationseinheit, département, service, direction, departamento, área, reparto, dipartimento, ufficio, afdeling, departement, setor, dział, wydział, avdelning, enhet",
  group:
    "group, groups, team, user group, cohort, member of, gruppe, gruppen, benutzergruppe, groupe, groupes, équipe, grupo, grupos, equipo, gruppo, gruppi, squadra, groep, groepen, equipe, grupa, zespół, grupp, lag",
  alias:
    "alias, aliases, email alias, secondary email, alternate email, additional email, proxy address, zweitadresse, weitere e-mail, adresse secondaire, correo secundario, indirizzo secondario, tweede e-mail, e-mail secundário, drugi adres, alternativ e-post",
  delegate:
    "delegate, delegates, mailbox delegate, stellvertreter, vertretung, délégué, delegado, delegato, gemachtigde, gedelegeerde, pełnomocnik, ombud",
  role: "role, user role, access level, rolle, benutzerrolle, rôle, rol, ruolo, função, papel, perfil, rola, roll",
  adminRole:
    "admin role, administrator role, adminrolle, rôle administrateur, rol de administrador, beheerdersrol",
  plan: "plan, service plan, licence, license, subscription, lizenz, tarif, abonnement, licencia, licenza, licentie, licença, licencja, licens",
  phone:
    "phone, phone number, telephone, telephone number, tel, mobile, mobile phone, mobile number, cell, cell phone, work phone, office phone, business phone, telefon, telefonnummer, rufnummer, mobil, mobiltelefon, mobilnummer, handy, handynummer, téléphone, numéro de téléphone, portable, teléfono, móvil, número de teléfono, telefono, cellulare, numero di telefono, telefoon, telefoonnummer, mobiel, telefone, telemóvel, celular, numer telefonu, komórka",
  contactEmail:
    "contact email, personal email, private email, home email, recovery email, second email, other email, external email, private e-mail, private mailadresse, kontaktadresse, email personnel, courriel personnel, correo personal, email personale, privé e-mail, e-mail pessoal, e-mail prywatny, privat e-post",
  description:
    "description, comment, comments, remarks, beschreibung, bemerkung, kommentar, remarque, commentaire, descripción, comentario, observaciones, descrizione, commento, omschrijving, opmerking, descrição, comentário, observação, opis, komentarz, uwagi, beskrivning",
  enabled:
    "enabled, active, is active, account enabled, aktiv, aktiviert, actif, activé, activo, habilitado, attivo, abilitato, actief, ingeschakeld, ativo, aktywny, aktywne, aktiverad",
  lockedOut:
    "locked, locked out, account locked, account locked out, gesperrt, konto gesperrt, verrouillé, bloqueado, bloccato, vergrendeld, geblokkeerd, zablokowany, låst",
  mustChangePassword:
    "must change password, change password, force change password, force password change, change password at next sign in, change password at next logon, kennwort ändern, passwort ändern, changer le mot de passe, cambiar contraseña, cambiare password, wachtwoord wijzigen, alterar senha, zmień hasło, byt lösenord",
  passwordNeverExpires:
    "password never expires, password never expire, kennwort läuft nie ab, passwort läuft nie ab, le mot de passe n'expire jamais, la contraseña no caduca, wachtwoord verloopt nooit",
  pop: "pop, pop3, pop access, pop-zugriff",
  submit: "submit, smtp submission, smtp auth",
  exchangeDomain: "exchange domain, exchange-domäne, domaine exchange, dominio exchange",
  exchangeUsername: "exchange username, exchange user, exchange-benutzer, utilisateur exchange",
  accountCode: "account code, remote account code, kontocode",
  sendWelcome:
    "send email, send mail, send welcome, send welcome email, send invitation, welcome mail, mail them, notify, e-mail senden, willkommensmail, benachrichtigen, envoyer un e-mail, enviar correo, invia email, e-mail verzenden, enviar e-mail, wyślij e-mail, skicka e-post",
  kind: "kind, account type, kontotyp, type de compte, tipo de cuenta, accounttype, typ konta",
  note: "note, notes, notiz, nota, notas, notitie, notatka, anteckning",
  password:
    "password, initial password, pass, pwd, passwort, kennwort, initialpasswort, mot de passe, contraseña, clave, parola d'ordine, wachtwoord, senha, palavra-passe, hasło, lösenord",
};

const exact = new Map<string, MappingTarget>();
for (const [target, list] of Object.entries(words))
  for (const word of list.split(",")) {
    const key = wordKey(word);
    if (!exact.has(key)) exact.set(key, target as MappingTarget);
  }
const keys = [...exact.keys()];

const numbered: ReadonlySet<MappingTarget> = new Set(["group", "alias", "delegate", "email", "phone"]);

/** Letters and digits alone, in lower case and without accents: "E-Mail-Adresse *" → "emailadresse". */
export function wordKey(header: string): string {
  const bare = header
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ł/gu, "l")
    .replace(/ø/gu, "o")
    .replace(/ß/gu, "ss");
  return bare.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** What the header means; a number behind it counts one of several. Null when it is like no word that is known. */
export function meaningOf(header: string): Meaning | null {
  const key = wordKey(header);
  const bare = key.replace(/\d+$/u, "");
  const target = exact.get(key) ?? exact.get(bare);
  if (target !== undefined && (exact.has(key) || numbered.has(target))) return { target, near: null };
  if (key.length < 6) return null;
  const near = nearKey(key);
  const meant = near === null ? undefined : exact.get(near);
  return meant === undefined ? null : { target: meant, near };
}

// One slip in a word of six letters, two from ten on; long texts are no headers.
function nearKey(key: string): string | null {
  if (key.length > 40) return null;
  return nearestText(
    key,
    keys.filter((other) => other.length >= 6),
    key.length < 10 ? 1 : 2,
  );
}
