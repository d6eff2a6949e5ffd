import type { ServiceContract } from "@hall/contracts/service-contract";
import { contracts } from "@hall/contracts/services";
import type { FactName } from "@hall/domain/facts";
import type { ApplicationService, QueryService } from "@hall/domain/service";
import { type ServiceCode, services } from "@hall/domain/services";

export type AnyApplication = ApplicationService<string, FactName, unknown>;
export type AnyQuery = QueryService<string, FactName, unknown>;
export type AnyService = AnyApplication | AnyQuery;

/**
 * The registry with its types widened, for machinery that is the same for all services. Each
 * service was checked against its own needs and input where it was defined; the loaders give it
 * exactly those.
 */
export const registry = Object.entries(services) as unknown as readonly (readonly [
  ServiceCode,
  AnyService,
])[];

const byCode = new Map<string, AnyService>(registry);

/** Null for a code that is no service's. */
export const findService = (code: string): AnyService | null => byCode.get(code) ?? null;

export function serviceOf(code: string): AnyService {
  const service = byCode.get(code);
  if (!service) throw new Error(`no service ${code}`);
  return service;
}

/** The service of a case; only services that take applications have cases. */
export function applicationService(code: string): AnyApplication {
  const service = serviceOf(code);
  if (service.kind !== "application") throw new Error(`${code} takes no applications`);
  return service;
}

export const contractOf = (code: ServiceCode): ServiceContract =>
  contracts[code] as ServiceContract;
