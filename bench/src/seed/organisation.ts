/**
 * Halden Moor Logistics as it stands on paper: departments, groups and who is in which, its administrators, and the people
 * whose names the pictures of Rollcall show.
 */
import type { AdminRole } from "@rollcall/accounts";

export const domains = {
  own: "haldenmoor.example",
  second: "moorlogistics.example",
  agency: "drayline.example",
};

/** Whether an address belongs to somebody made here. What is sown touches nobody else, whoever is there (--force). */
export function isOurs(email: string): boolean {
  return Object.values(domains).some((domain) => email.toLowerCase().endsWith(`@${domain}`));
}

/** A part of the organisation: everybody there is in `always`, and in some of `often`. */
export interface Unit {
  department: string;
  /** of a thousand people */
  weight: number;
  always: readonly string[];
  often: readonly string[];
}

const sites = "Bergen, Gdańsk, Hull, İzmir, Kraków, Lagos, Porto, Rotterdam".split(", ");
const terminals = "Terminal 1, Terminal 2, Terminal 3, Terminal 5, Terminal 6".split(", ");
const gates = "Gate A, Gate B, Gate C".split(", ");
const shifts = "Early shift, Late shift, Weekend".split(", ");

function unit(department: string, weight: number, always: string, often: string, places = sites): Unit {
  const list = (text: string) => (text === "" ? [] : text.split(", "));
  return { department, weight, always: list(always), often: [...list(often), ...places] };
}

export const units: readonly Unit[] = [
  unit("Operations", 150, "Staff", "Shift leads, First aiders, Dangerous goods", [...terminals, ...shifts]),
  unit("Fleet", 170, "Drivers", "Long haul, Local delivery, Dangerous goods, Reefers, Fuel cards"),
  unit("Warehouse", 140, "Staff", "Pickers, Fire wardens, Team leads", [...terminals, ...shifts]),
  unit("Yard", 80, "Staff", "Crane, Yard managers, First aiders", [...gates, ...shifts]),
  unit("Customs", 60, "Brokers", "Customs declarants, Bonded goods, Remote work"),
  unit("Dispatch", 50, "Staff", "Dispatchers, Shift leads", shifts),
  unit("Road freight", 40, "Staff", "Planners, Long haul, Key accounts"),
  unit("Sea freight", 35, "Staff", "Planners, Bonded goods, Key accounts"),
  unit("Air freight", 25, "Staff", "Planners, Dangerous goods, Airside passes"),
  unit("Maintenance", 30, "Staff", "Mechanics, Tyre shop, First aiders"),
  unit("Customer service", 35, "Staff", "Service desk, Claims handlers, Remote work"),
  unit("Sales", 30, "Staff", "Sales north, Sales south, Key accounts, Company cars"),
  unit("Finance", 22, "Staff", "Finance systems, Approvers, Remote work"),
  unit("IT", 18, "Staff", "Network, Service desk, On call, Remote work"),
  unit("Human resources", 14, "Staff", "Works council, Trainers, Data protection"),
  unit("Planning", 14, "Staff", "Planners, Remote work"),
  unit("Bonded store", 14, "Staff", "Bonded goods, Bonded store keys", gates),
  unit("Security", 14, "Staff", "Fire wardens, Airside passes", [...gates, ...shifts]),
  unit("Returns", 12, "Staff", "Pickers, Claims handlers", terminals),
  unit("Claims", 8, "Staff", "Claims handlers, Remote work"),
  unit("Procurement", 8, "Staff", "Approvers, Remote work"),
  unit("Facilities", 8, "Staff", "Canteen, Fire wardens"),
  unit("Health and safety", 7, "Staff", "First aiders, Fire wardens, Trainers"),
  unit("Training", 6, "Staff", "Trainers, Remote work"),
  unit("Quality", 6, "Staff", "Internal auditors, Dangerous goods"),
  unit("Payroll", 5, "Staff", "Finance systems, Payroll approvers"),
  unit("Legal", 4, "Staff", "Data protection, Remote work"),
  unit("Marketing", 4, "Staff", "Newsletter, Remote work"),
  unit("Treasury", 3, "Staff", "Finance systems, Approvers"),
  unit("Internal audit", 3, "Staff", "Internal auditors, Data protection"),
  unit("Executive office", 3, "Staff", "Company cars, Approvers"),
];

/** Groups that go across departments; a few of everybody are in one. */
export const acrossGroups = "Contractors, Night desk, Apprentices, Pension committee".split(", ");

export interface Administrator {
  name: string;
  adminRole: AdminRole;
  department: string;
}

/** The strongest first; the first is made when there is nobody yet. */
export const administrators: readonly Administrator[] = [
  { name: "Ingrid Solheim", adminRole: "MASTER", department: "IT" },
  { name: "Marcus Adeyemi", adminRole: "MASTER", department: "IT" },
  { name: "Graham Fairclough", adminRole: "MIGRATION", department: "IT" },
  { name: "Lucía Ferrer Montes", adminRole: "SUPER", department: "IT" },
  { name: "Annika Rönnlund", adminRole: "SUPER", department: "Human resources" },
  { name: "Oluwaseun Balogun", adminRole: "FULL", department: "Operations" },
  { name: "Mareike Löffler", adminRole: "FULL", department: "Human resources" },
  { name: "Ishaan Mehta", adminRole: "BASIC", department: "IT" },
  { name: "Beatriz Carvalho", adminRole: "BASIC", department: "Fleet" },
  { name: "Wojciech Głowacki", adminRole: "BASIC", department: "Warehouse" },
  { name: "Rhian Pritchard", adminRole: "BASIC", department: "Customs" },
  { name: "Dagny Lund", adminRole: "HELPDESK", department: "Customer service" },
  { name: "Tomoko Tanabe", adminRole: "HELPDESK", department: "Customer service" },
  { name: "Sipho Dlamini", adminRole: "HELPDESK", department: "Customer service" },
  { name: "Yasmin Haddad", adminRole: "GATEWAY", department: "Security" },
];

/** People of the pictures; they come with the first file. */
export const knownNames: readonly string[] = [
  "Adaeze Nwosu",
  "Agnieszka Brzozowska",
  "Anders Holm",
  "Callum Strachan",
  "Chidi Eze",
  "Desmond Okafor",
  "Elif Yıldız",
  "Ewa Szymańska",
  "Farid Rahmani",
  "Giulia Santoro",
  "Henrik van der Berg",
  "João Figueiredo",
  "Katarzyna Nowak-Lis",
  "Lars-Erik Bakken",
  "Maren Østby",
  "Nadia Haddad",
  "Oliver Whitcombe",
  "Priya Raghunathan",
  "Siobhán Kearney",
  "Thabo Nkosi",
  "Tomasz Wilk",
  "Yusuf Demir",
];

/** What the file that waits for a review brings that is new. */
export const comingUnits: readonly Unit[] = [
  unit("Cold chain", 60, "Staff", "Forklift, Night shift, Reefers", terminals),
  unit("Rail freight", 40, "Staff", "Terminal 4, Planners, Night shift"),
];
