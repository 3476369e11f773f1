/** Texts of CatalystPay's server-to-server guide, as printed there. */

export const CREATED = `{
"session_token": "ps_abc123def456ghi789jkl012mno345",
"status": "PENDING",
"payment_url": "https://pay.catalystpay.com/s/ps_abc123def456ghi789jkl012mno345"
}`

export const VALID_IBAN = `{"valid": true, "bank_name": "Commerzbank", "bic": "COBADEFFXXX"}`

export const APPROVED = `{
"object": "payment_session.result",
"session_token": "ps_abc123def456ghi789jkl012mno345",
"status": "completed",
"livemode": true,
"created_at": "2026-04-11T07:03:51.851544Z",
"processed_at": "2026-04-11T07:03:51.853191Z",
"order_number": "ORD-A61FBBB6",
"transaction": {
"id": "8f0124b5-208a-4d65-b5c7-21e587324fe0",
"merchant_transaction_id": "TXN-20260411-5E3C26D7",
"gateway_reference": "79608d6d96ca6e3722d4f949d333963c",
"tenant_reference_id": "merchant-order-42",
"status": "approved",
"type": "sdd_sale"
},
"order": {
"id": "534a9677-e668-4a7b-b215-ccf4082f2580",
"order_number": "ORD-A61FBBB6",
"status": "COMPLETED"
},
"subscription": {
"id": "dcf6008a-7ecc-401b-9708-beabe3ae02a4",
"status": "ACTIVE",
"billing_frequency": "MONTHLY",
"next_billing_date": "2026-05-11"
},
"lead": { "id": "a30a52ef-d59f-4018-9192-987ae2e9d85c" },
"amount": "99.00",
"currency": "EUR",
"payment_method": {
"type": "sepa_debit",
"iban_last4": "1182",
"iban_country": "DE",
"bic": "CMCIDEDDXXX",
"bank_name": "Targobank",
"holder_name": "Max Mustermann"
},
"sepa": {
"mandate_reference": "MAND-ORD-A61FBBB6",
"sequence_type": "FRST",
"creditor_identifier": null
},
"adapter": { "name": "Emerchantpay Genesis" },
"payment_gateway": {
"id": "5c5834d1-04be-4b46-83a7-7af603e4e691",
"name": "Lunero EOOD-wpcacare.com-SDD-EUR",
"descriptor": "wpcacare.com",
"test_mode": false
},
"error_details": null
}`

export const DECLINED = `{
"object": "payment_session.result",
"status": "declined",
"error": "Insufficient funds",
"retry_allowed": true,
"error_details": {
"code": "insufficient_funds",
"message": "Insufficient funds",
"gateway_code": "AM04",
"gateway_message": "Insufficient funds"
},
"transaction": { "status": "declined", "...": "..." },
"order": { "status": "FAILED", "...": "..." },
"...": "...all other blocks identical to approved..."
}`

export const VERIFIED = `{"session_token": "ps_abc123def456ghi789jkl012mno345", "status": "completed"}`

export const WEBHOOK = `{
"session_token": "ps_abc123def456ghi789jkl012mno345",
"status": "COMPLETED",
"order_number": "ORD-a1b2c3d4",
"amount": "29.99",
"currency": "EUR",
"email": "max@example.org"
}`
