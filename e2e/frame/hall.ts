/** Where the hall is that the journeys go through; `scripts/test-hall.mjs` says so. */
export const hallAddress = required("HALL_URL");

/** A variable of the environment that the journeys can't do without. Throws where it is missing. */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the journeys with \`npm run e2e\`.`);
  return value;
}
