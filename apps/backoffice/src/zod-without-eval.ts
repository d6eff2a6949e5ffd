import { config } from "zod";

// Stands before any import of the contracts: zod would try `new Function` as their schemas are
// made, which the content security policy forbids and the browser reports as a breach.
config({ jitless: true });
