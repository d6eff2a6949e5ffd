/** Services that are looked at and not applied for have their page under a name of its own. */
const ownPages: Readonly<Record<string, string>> = {
  "housing-loan-query": "/loan",
  "student-query": "/unit/student-query",
  "case-progress": "/progress",
};

export const guidePath = (code: string): string => `/services/${code}`;

/** Where the service itself is: its form, or its query page. */
export const servicePath = (code: string): string => ownPages[code] ?? `/services/${code}/apply`;
