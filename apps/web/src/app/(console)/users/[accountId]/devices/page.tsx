/** A user's devices. */
import type { Metadata } from "next";
import { AccountDevices } from "../../../../../features/account/account-devices";

export const metadata: Metadata = { title: "User: devices" };

export default function AccountDevicesPage() {
  return <AccountDevices />;
}
