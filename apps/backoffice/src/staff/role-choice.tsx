import { type StaffRole, staffRoleNames, staffRoles } from "@hall/domain/staff-roles";
import { CheckboxGroupField } from "@hall/ui/checkbox-field";
import { words } from "./words.ts";

type RoleChoiceProps = {
  readonly roles: readonly StaffRole[];
  readonly onChange: (roles: readonly StaffRole[]) => void;
  readonly fault: string | null;
};

export function RoleChoice({ roles, onChange, fault }: RoleChoiceProps) {
  return (
    <CheckboxGroupField
      label={words.roles}
      isRequired
      value={[...roles]}
      onChange={(values) => onChange(staffRoles.filter((role) => values.includes(role)))}
      options={staffRoles.map((value) => ({ value, label: staffRoleNames[value] }))}
      {...(fault ? { error: fault } : {})}
    />
  );
}
