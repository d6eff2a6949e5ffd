import { PageHeader, type PageHeaderProps } from "@hall/ui/page-header";
import { words } from "./words.ts";

/** The head of a page of the back office; the window says where one is. */
export function StaffHeader(props: Omit<PageHeaderProps, "windowTitle">) {
  return <PageHeader {...props} windowTitle={`${props.title} - ${words.name}`} />;
}
