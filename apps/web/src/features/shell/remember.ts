"use client";
/** Writes a preference where the server finds it at the next page: a cookie for a year. Never anything secret. */
import type { preferenceCookies } from "./preferences";

type PreferenceCookie = (typeof preferenceCookies)[keyof typeof preferenceCookies];

/** Null forgets it. */
export function remember(name: PreferenceCookie, value: string | null): void {
  const age = value === null ? 0 : 365 * 24 * 60 * 60;
  const secure = window.location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${encodeURIComponent(value ?? "")}; path=/; max-age=${age}; samesite=lax${secure}`;
}
