// The console's frame around the gallery's scenes.
import {
  Bell,
  ChevronsUpDown,
  FileUp,
  FolderSync,
  Globe,
  Landmark,
  Layers,
  LayoutGrid,
  Mail,
  MailOpen,
  ScrollText,
  Search,
  ShieldCheck,
  SlidersHorizontal,
  Smartphone,
  Tag,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";

import {
  AppShell,
  Avatar,
  Kbd,
  Logo,
  LogoMark,
  RailButton,
  Sidebar,
  SidebarItem,
  SidebarSearch,
  SidebarSection,
  SidebarUser,
  useSidebarForm,
} from "../src/index";

function Header() {
  const rail = useSidebarForm() === "rail";
  return rail ? (
    <LogoMark />
  ) : (
    <>
      <Logo />
      <RailButton />
    </>
  );
}

export function Frame({
  active,
  rail,
  children,
}: {
  active: string;
  rail?: boolean | undefined;
  children: ReactNode;
}) {
  const item = (label: string, icon: ReactNode, more: { count?: number; alert?: number } = {}) => (
    <SidebarItem
      label={label}
      icon={icon}
      active={label === active}
      render={<a href={location.hash} />}
      {...more}
    />
  );
  const sidebar = (
    <Sidebar header={<Header />} footer={<SidebarUser name="Ingrid Solheim" detail="Halden Moor · Master" />}>
      <SidebarSearch label="Search or go to" kbd={["⌘", "K"]} onClick={() => undefined} />
      <SidebarSection>{item("Overview", <LayoutGrid />)}</SidebarSection>
      <SidebarSection label="People">
        {item("Users", <Users />, { count: 13904 })}
        {item("Groups", <Layers />, { count: 64 })}
        {item("Departments", <Landmark />, { count: 31 })}
        {item("Invitations", <MailOpen />, { count: 1038 })}
      </SidebarSection>
      <SidebarSection label="Bring in">
        {item("Imports", <FileUp />, { alert: 1 })}
        {item("Directories", <FolderSync />)}
      </SidebarSection>
      <SidebarSection label="Run">
        {item("Devices", <Smartphone />, { count: 9417 })}
        {item("Mail", <Mail />)}
        {item("Audit log", <ScrollText />)}
      </SidebarSection>
      <SidebarSection label="Set up">
        {item("Policies", <ShieldCheck />)}
        {item("Attributes", <Tag />)}
        {item("Domains", <Globe />)}
        {item("Settings", <SlidersHorizontal />)}
      </SidebarSection>
    </Sidebar>
  );
  return (
    <AppShell sidebar={sidebar} rail={rail}>
      {children}
    </AppShell>
  );
}

export { Avatar, Bell, ChevronsUpDown, Kbd, Search };
