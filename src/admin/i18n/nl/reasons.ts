import type { ReasonsTexts } from "../texts/reasons"

const ASK_FOR_ANOTHER_ACCOUNT = "Vraag de klant om een andere bankrekening."
const CONTACT_CATALYSTPAY = "Incasseer niet opnieuw voordat CatalystPay het heeft rechtgezet."

export const reasons: ReasonsTexts = {
  AC01: { meaning: "Het rekeningnummer is onjuist.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC04: { meaning: "De rekening is opgeheven.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC06: { meaning: "De rekening is geblokkeerd.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AC13: {
    meaning: "De rekening is van een bedrijf, waarvan met dit soort incasso niet mag worden geïncasseerd.",
    advice: ASK_FOR_ANOTHER_ACCOUNT,
  },
  AG01: { meaning: "Incasso’s zijn op deze rekening niet toegestaan.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  AG02: { meaning: "De bank heeft dit soort incasso niet geaccepteerd.", advice: CONTACT_CATALYSTPAY },
  AM04: {
    meaning: "Er stond niet genoeg saldo op de rekening.",
    advice: "Spreek een dag af met de klant, en incasseer dan opnieuw.",
  },
  AM05: {
    meaning: "De bank houdt hem voor een duplicaat van een andere incasso.",
    advice: "Kijk of de klant twee keer heeft betaald voordat u het geld vraagt.",
  },
  BE05: { meaning: "De bank kent het incassant-ID niet.", advice: CONTACT_CATALYSTPAY },
  CNOR: { meaning: "De bank van de incassant is niet bereikbaar voor incasso’s.", advice: CONTACT_CATALYSTPAY },
  DNOR: { meaning: "De bank van de debiteur is niet bereikbaar voor incasso’s.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  FF01: { meaning: "De bank kon de incasso niet lezen.", advice: CONTACT_CATALYSTPAY },
  MD01: {
    meaning: "De debiteur zegt dat er geen geldige machtiging is.",
    advice: "Houd het bewijs van de machtiging bij de hand, en incasseer niet meer van deze rekening.",
  },
  MD02: {
    meaning: "Gegevens van de machtiging ontbreken of zijn onjuist.",
    advice: "Laat de klant een nieuwe machtiging geven voordat u opnieuw incasseert.",
  },
  MD06: {
    meaning: "De debiteur heeft het geld bij de bank teruggevraagd.",
    advice: "Vraag de klant waarom, en spreek een andere betaalwijze af.",
  },
  MD07: { meaning: "De debiteur is overleden.", advice: "Incasseer niet meer van deze rekening." },
  MS02: {
    meaning: "De debiteur heeft de incasso geweigerd.",
    advice: "Vraag de klant waarom, en spreek een andere betaalwijze af.",
  },
  MS03: {
    meaning: "De bank geeft geen reden; vaak is het saldo te laag of de rekening opgeheven.",
    advice: "Vraag de klant of van de rekening kan worden afgeschreven voordat u opnieuw incasseert.",
  },
  RC01: { meaning: "De identificatiecode van de bank (BIC) is onjuist.", advice: ASK_FOR_ANOTHER_ACCOUNT },
  RR01: { meaning: "De rekening of identificatie van de debiteur ontbreekt.", advice: CONTACT_CATALYSTPAY },
  RR02: { meaning: "De naam of het adres van de debiteur ontbreekt.", advice: CONTACT_CATALYSTPAY },
  RR03: { meaning: "De naam of het adres van de incassant ontbreekt.", advice: CONTACT_CATALYSTPAY },
  RR04: { meaning: "De bank heeft hem om een wettelijke reden gestorneerd.", advice: CONTACT_CATALYSTPAY },
  SL01: {
    meaning: "De debiteur heeft de bank gezegd geen incasso’s van deze incassant, of boven dit bedrag, te accepteren.",
    advice: "Vraag de klant de incasso bij de bank vrij te geven, of om een andere bankrekening.",
  },
  unknown: { meaning: "Er is geen bekende reden gegeven.", advice: "Vraag het de klant voordat u opnieuw incasseert." },
}
