/*
 * ibantools ships CommonJS beside ES modules but one set of typings, which TypeScript takes for those of an ES module
 * and refuses in our CommonJS output (TS1479). These are the parts that iban.ts uses, as of ibantools 4.5.
 */
declare module "ibantools" {
  export enum ValidationErrorsIBAN {
    NoIBANProvided,
    NoIBANCountry,
    WrongBBANLength,
    WrongBBANFormat,
    ChecksumNotNumber,
    WrongIBANChecksum,
    WrongAccountBankBranchChecksum,
    QRIBANNotAllowed,
  }

  export function validateIBAN(iban: string): { valid: boolean; errorCodes: ValidationErrorsIBAN[] }

  export const countrySpecs: Record<string, { chars: number | null; SEPA?: boolean }>
}
