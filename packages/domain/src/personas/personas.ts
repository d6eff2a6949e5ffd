import { p6, p6Contract, p6NothingToRefund, p6Transfer } from "./benefits.ts";
import { p2, p2ClassB, p2Gap, p3, p3EqualPrincipal } from "./borrowers.ts";
import { p14, p14Agency, p14InProduction } from "./card-holders.ts";
import { u1, u6 } from "./employers.ts";
import { p1, p1Suspended } from "./flexible.ts";
import type { Persona } from "./persona.ts";
import { posted1, posted2, postedElsewhere, postedRegistered } from "./posted.ts";
import { p5, p5Both, p5Registered, p5RegisteredToo } from "./remote-care.ts";
import { u4, u5 } from "./schools.ts";
import {
  p12,
  p12CardNotVerified,
  p12FiveMonths,
  p12HalfYear,
  p12HalfYearTomorrow,
  p12LargeBalance,
  p12NoVoucher,
  p12PayingInHefei,
  p12ReEmployed,
  p12RetirementAge,
  p18,
} from "./sealed.ts";
import { p3Gap, p3TwoFunds, p10 } from "./transfers.ts";
import {
  p7,
  p7Benefit,
  p7LeftLongAgo,
  p7NotRegistered,
  p7OwnWill,
  p7ShortLastJob,
} from "./unemployed.ts";

/** The demo people and units, by the name that examples use. The seed writes the same. */
export const personas = {
  P1: p1,
  "P1-suspended": p1Suspended,
  P2: p2,
  "P2-gap": p2Gap,
  "P2-class-b": p2ClassB,
  P3: p3,
  "P3-equal-principal": p3EqualPrincipal,
  "P3-gap": p3Gap,
  "P3-two-funds": p3TwoFunds,
  P5: p5,
  "P5-registered": p5Registered,
  "P5-registered-too": p5RegisteredToo,
  "P5-both": p5Both,
  P6: p6,
  "P6-transfer-out": p6Transfer,
  "P6-contract": p6Contract,
  "P6-nothing-to-refund": p6NothingToRefund,
  P7: p7,
  "P7-benefit": p7Benefit,
  "P7-left-3-months": p7LeftLongAgo,
  "P7-short-last-job": p7ShortLastJob,
  "P7-not-registered": p7NotRegistered,
  "P7-own-will": p7OwnWill,
  P10: p10,
  P12: p12,
  "P12-five-months": p12FiveMonths,
  "P12-half-year": p12HalfYear,
  "P12-half-year-tomorrow": p12HalfYearTomorrow,
  "P12-paying-in-hefei": p12PayingInHefei,
  "P12-re-employed": p12ReEmployed,
  "P12-retirement-age": p12RetirementAge,
  "P12-no-voucher": p12NoVoucher,
  "P12-card-not-verified": p12CardNotVerified,
  "P12-large-balance": p12LargeBalance,
  P14: p14,
  "P14-agency": p14Agency,
  "P14-in-production": p14InProduction,
  P18: p18,
  "U1-posted-1": posted1,
  "U1-posted-2": posted2,
  "U1-posted-registered": postedRegistered,
  "U6-employee": postedElsewhere,
  U0000001: u1,
  U0000004: u4,
  U0000005: u5,
  U0000006: u6,
} as const satisfies Record<string, Persona>;
