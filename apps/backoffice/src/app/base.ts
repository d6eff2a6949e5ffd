/** The folder in which the back office stands on its host; `base` of vite.config.ts says it too. */
export const BASE = "/backoffice";
