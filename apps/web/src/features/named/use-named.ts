"use client";
/** The data of groups or departments, whichever the page is about, in one form. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client";
import { nextCursor } from "../pieces/params";
import { useNews } from "../pieces/use-news";
import type { NamedKind } from "./kinds";
import { namedInput, type NamedQuery } from "./named-query";

export function useNamedList(kind: NamedKind, query: NamedQuery) {
  const trpc = useTRPC();
  const options = {
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  };
  const input = namedInput(query);
  const groups = useInfiniteQuery(
    trpc.organisation.groups.infiniteQueryOptions(input, { ...options, enabled: kind === "group" }),
  );
  const departments = useInfiniteQuery(
    trpc.organisation.departments.infiniteQueryOptions(input, { ...options, enabled: kind === "department" }),
  );
  return kind === "group" ? groups : departments;
}

export function useNamedDetails(kind: NamedKind, id: string) {
  const trpc = useTRPC();
  const group = useQuery(
    trpc.organisation.group.queryOptions({ groupId: id }, { enabled: kind === "group" }),
  );
  const department = useQuery(
    trpc.organisation.department.queryOptions({ departmentId: id }, { enabled: kind === "department" }),
  );
  return kind === "group" ? group : department;
}

/** Creating, renaming and deleting; what goes wrong with a name belongs beside the field, so it is left to the caller. */
export function useNamedActions(kind: NamedKind) {
  const trpc = useTRPC();
  const news = useNews();
  const { organisation } = trpc;
  const createGroup = useMutation(organisation.createGroup.mutationOptions());
  const createDepartment = useMutation(organisation.createDepartment.mutationOptions());
  const renameGroup = useMutation(organisation.renameGroup.mutationOptions());
  const renameDepartment = useMutation(organisation.renameDepartment.mutationOptions());
  const failed = { onError: news.failed };
  const deleteGroup = useMutation(organisation.deleteGroup.mutationOptions(failed));
  const deleteDepartment = useMutation(organisation.deleteDepartment.mutationOptions(failed));
  if (kind === "group") {
    return {
      create: createGroup,
      rename: (id: string, name: string) => renameGroup.mutateAsync({ groupId: id, name }),
      remove: (id: string) => deleteGroup.mutateAsync({ groupId: id }),
    };
  }
  return {
    create: createDepartment,
    rename: (id: string, name: string) => renameDepartment.mutateAsync({ departmentId: id, name }),
    remove: (id: string) => deleteDepartment.mutateAsync({ departmentId: id }),
  };
}
