"""Every column of every table, decided: what of it is about a person, or why it is about nobody.

A new column fails the build until it stands here, and so does a line about a column that is gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reprise.privacy import holdings as held
from reprise.privacy.decided import Link, Nobody, Personal, Shown, tables
from reprise.privacy.holdings import Holding


def _names(holding: Holding) -> Personal:
    return Personal(holding)


def _through(holding: Holding) -> Personal:
    return Personal(holding, Link.THROUGH)


def _said(holding: Holding, link: Link = Link.NAMES) -> Personal:
    return Personal(holding, link, Shown.SAID)


def _sealed(holding: Holding) -> Personal:
    return Personal(holding, Link.NAMES, Shown.SAID, sealed=True)


def _repeated(holding: Holding) -> Personal:
    return Personal(holding, Link.THROUGH, Shown.REPEATED)


_KEY: Final = Nobody("a row's own key")
_CATALOGUE: Final = Nobody("the catalogue")
_OFFER: Final = Nobody("a seller's offer")
_SHOWN: Final = Nobody("what the shop shows everybody")
_FRAMEWORK: Final = Nobody("the framework's own")
_SELLER: Final = Nobody("which seller")
_MONEY: Final = Nobody("the seller's account")
_RIGHTS: Final = Nobody("names of permissions")
_JOBS: Final = Nobody("the machinery of jobs")
_VISITS: Final = Nobody("numbers of visits")
_ASKED: Final = Nobody("what every visitor is asked")
_BREACH: Final = Nobody("what is known of a breach, and nobody's name")
_PURGED: Final = Nobody("how many rows were found and erased, and a digest of which")

REGISTER: Final = tables(
    {
        "public.accounts_user": (
            (_names(held.ACCOUNT), "id email name language verified_at last_login created_at"),
            (_names(held.ACCOUNT), "is_active is_staff is_superuser signed_out uncounted_since"),
            (_said(held.ACCOUNT), "password moved"),
        ),
        "public.accounts_user_groups": ((_repeated(held.ACCOUNT), "id user_id group_id"),),
        "public.accounts_user_user_permissions": (
            (_repeated(held.ACCOUNT), "id user_id permission_id"),
        ),
        "public.accounts_passkey": (
            (_names(held.PASSKEYS), "name"),
            (_through(held.PASSKEYS), "id user_id sign_count created_at used_at"),
            (_said(held.PASSKEYS), "credential_id credential"),
        ),
        "public.accounts_letter": (
            (_names(held.LETTERS), "email user_id"),
            (_through(held.LETTERS), "purpose locale written_at expires_at used_at"),
            # The link itself is made from it.
            (_said(held.LETTERS, Link.THROUGH), "id"),
        ),
        "public.accounts_attempt": ((_said(held.LIMITS, Link.THROUGH), "key count since"),),
        "public.accounts_session": (
            (_through(held.SESSIONS), "user_id began_at seen_on device expires_at"),
            # Who knows what the digest was made of is signed in.
            (_said(held.SESSIONS, Link.THROUGH), "id key data"),
        ),
        "public.accounts_spentchallenge": ((Nobody("random bytes, hashed"), "digest expires_at"),),
        "public.audience_batch": ((_VISITS, "id merged_at"),),
        "public.audience_count": ((_VISITS, "id day market language what number"),),
        "public.audience_demand": ((_VISITS, "id month text networks"),),
        "public.audience_figure": (
            (_VISITS, "month published average low high very_large next_by"),
        ),
        "public.audience_key": ((Nobody("random bytes of a month"), "month key"),),
        "public.audience_month": (
            (_VISITS, "month counted_from recipients recipients_low recipients_high sellers"),
            (_VISITS, "sellers_low sellers_high markets closed_at"),
        ),
        "public.audience_productviews": ((_VISITS, "id day market product number"),),
        # While the month's key lives, somebody with database and secret can try an address out.
        "public.audience_sketch": ((_said(held.AUDIENCE, Link.THROUGH), "id month crowd body"),),
        "public.audience_word": (
            (_said(held.AUDIENCE, Link.THROUGH), "id month name places text asked_on"),
        ),
        "public.audit_look": (
            (_through(held.LOOKS), "page subject day"),
            (_repeated(held.LOOKS), "id subject_id at"),
            (_said(held.WHO_ACTED, Link.THROUGH), "viewer_id"),
            (Nobody("the digest of a file"), "seal"),
        ),
        "public.audit_handedout": (
            (_said(held.WHO_ACTED, Link.THROUGH), "badge at"),
            (Nobody("the digest of a file"), "seal"),
            (Nobody("its place in the chain of them"), "no previous hash"),
        ),
        "public.audit_badge": ((_said(held.WHO_ACTED, Link.THROUGH), "badge staff_id since"),),
        "public.audit_sought": (
            (_said(held.SEARCHES), "id person"),
            (_names(held.SEARCHES), "found day"),
        ),
        "public.auth_group": ((_RIGHTS, "id name"),),
        "public.auth_group_permissions": ((_RIGHTS, "id group_id permission_id"),),
        "public.auth_permission": ((_RIGHTS, "id name content_type_id codename"),),
        "public.books_audit": (
            (_said(held.WHO_ACTED, Link.THROUGH), "asked_by asked_at"),
            (_KEY, "id"),
            (Nobody("findings name rows"), "state done total seen_at finished_at outcomes"),
        ),
        "public.catalog_category": ((_CATALOGUE, "id slug position names parent_id"),),
        "public.catalog_product": (
            (_CATALOGUE, "id slug name brand released form weight_g attributes category_id"),
        ),
        "public.catalog_variant": (
            (_CATALOGUE, "id slug storage_gb memory_gb colour colour_hex colour_names"),
            (_CATALOGUE, "attributes product_id"),
        ),
        "public.checkout_basket": (
            (_said(held.BASKET, Link.THROUGH), "id token_digest market updated_at"),
        ),
        "public.checkout_basketitem": (
            (_said(held.BASKET, Link.THROUGH), "id basket_id seller_id offer_id quantity"),
            (_said(held.BASKET, Link.THROUGH), "seen_minor"),
        ),
        "public.checkout_hold": ((_said(held.LIMITS, Link.THROUGH), "id order_id client until"),),
        "public.consent_count": ((_ASKED, "id day market language answer number"),),
        "public.consent_mark": ((Nobody("a random mark"), "id mark"),),
        "public.consent_notice": (
            (_said(held.PARTNERS), "body"),
            (_ASKED, "id text asked at"),
        ),
        # Who offers such a service in their own name is a person.
        "public.consent_partner": (
            (_said(held.PARTNERS), "name address country privacy_url contract_ref"),
            (_said(held.PARTNERS, Link.THROUGH), "id key role script_url origin integrity"),
            (_said(held.PARTNERS, Link.THROUGH), "trackers contract_on transfer_basis audited_on"),
            (_said(held.PARTNERS, Link.THROUGH), "audit_evidence next_audit_on active killed_at"),
            (_said(held.PARTNERS, Link.THROUGH), "added_at"),
            (_said(held.WHO_ACTED, Link.THROUGH), "killed_by"),
        ),
        "public.consent_partneract": (
            (_said(held.PARTNERS, Link.THROUGH), "id partner_id verb reason audited_on"),
            (_said(held.PARTNERS, Link.THROUGH), "audit_evidence next_audit_on at"),
            (_said(held.WHO_ACTED, Link.THROUGH), "staff_id badge"),
        ),
        "public.consent_purge": (
            (_said(held.WHO_ACTED, Link.THROUGH), "staff_id"),
            (_PURGED, "id notice_id from_at until_at dry search_id report digest seal at"),
        ),
        "public.consent_purgebatch": ((_PURGED, "id search_id place collector number left at"),),
        "public.consent_purpose": ((_ASKED, "id key kind version names position active"),),
        # Who holds the cookie is found by it, nobody else is.
        "public.consent_receipt": (
            (_said(held.CONSENTS, Link.THROUGH), "id kind withdraws notice_id language page pairs"),
            (_said(held.CONSENTS, Link.THROUGH), "at"),
        ),
        "public.consent_use": ((_ASKED, "id purpose_id partner_id"),),
        "public.consent_voided": (
            (_said(held.WHO_ACTED, Link.THROUGH), "staff_id"),
            (_ASKED, "id notice_id from_at until_at reason at"),
        ),
        "public.discovery_buybox": (
            (_SHOWN, "market variant_id grade product_id storage_gb colour offer_id seller_id"),
            (_SHOWN, "price_minor shipping_minor days_min days_max warranty_months score"),
            (_SHOWN, "candidates config_version"),
        ),
        "public.discovery_decision": (
            (_SHOWN, "id market variant_id grade config_version inputs result at"),
        ),
        "public.discovery_option": (
            (_SHOWN, "market product_id storage_gb colour grade variant_id price_minor"),
            (_SHOWN, "shipping_minor"),
        ),
        "public.discovery_page": ((_SHOWN, "path subject version body etag fresh_until"),),
        "public.discovery_sale": ((_repeated(held.COUNTS), "id market product_id order_id at"),),
        "public.discovery_shelf": (
            (_SHOWN, "market product_id slug name brand form released category categories"),
            (_SHOWN, "variant_id grade price_minor shipping_minor total_max storages name_words"),
            (_SHOWN, "search orders_30d top_seller marks ways"),
        ),
        "public.discovery_subject": ((_SHOWN, "subject version"),),
        "public.discovery_word": ((_SHOWN, "word"),),
        "public.django_content_type": ((_FRAMEWORK, "id app_label model"),),
        "public.django_migrations": ((_FRAMEWORK, "id app name applied"),),
        "public.ledger_account": ((_MONEY, "id seller_id market currency kind holder"),),
        "public.ledger_booking": (
            (_repeated(held.LEDGER), "transfer_id booked_at amount"),
            (_MONEY, "id seller_id market currency account_id number previous since debit_id"),
            (_MONEY, "credit_id phase before after"),
        ),
        "public.ledger_closing": (
            (_MONEY, "id seller_id market currency account_id until number balance booked_at"),
        ),
        "public.ledger_transfer": (
            (_repeated(held.LEDGER), "id amount key code reference line_id payment_id"),
            (_repeated(held.LEDGER), "instruction_id booked_on at"),
            (_MONEY, "seller_id market currency debit_id credit_id phase settles_id"),
            (_MONEY, "settles_amount settles_phase"),
        ),
        "public.notifications_message": (
            (_through(held.POST), "id key template order_id seller_order_id audience"),
            (_through(held.POST), "written_at sent_at tries try_after shipment_id"),
        ),
        "public.offers_marketoffer": (
            (_OFFER, "id market price_minor currency warranty_months vat_scheme active"),
            (_OFFER, "seller_id offer_id"),
        ),
        "public.offers_offer": (
            (_OFFER, "id grade sku available battery_min accessories active seller_id"),
            (_OFFER, "variant_id"),
        ),
        "public.offers_stockmovement": (
            (_repeated(held.SALE), "line_id round kind at"),
            (_OFFER, "id seller_id delta offer_id"),
        ),
        "public.orders_contact": (
            (_names(held.CONTACT), "buyer_id name email phone street extra postcode town"),
            (_names(held.CONTACT), "country order_id claimed"),
        ),
        "public.orders_deliverypoint": (
            (_names(held.DESTINATIONS), "carrier code name street postcode town country"),
            (_names(held.DESTINATIONS), "seller_order_id"),
        ),
        "public.orders_line": (
            (_through(held.SALE), "id position offer_id variant_id grade title price shipping"),
            (_through(held.SALE), "levy currency vat_scheme warranty_months promise"),
            (_through(held.SALE), "state state_at ship_by order_id seller_order_id cover premium"),
            (_through(held.SALE), "market commission seller_id"),
        ),
        "public.orders_linedevice": (
            (_names(held.DEVICES), "kind number at line_id round"),
            (_through(held.DEVICES), "id seller_id"),
            (_said(held.DEVICES), "salt"),
        ),
        "public.orders_order": (
            (_through(held.SALE), "id reference market language currency items shipping fee"),
            (_through(held.SALE), "total terms_version placed_at pay_by insurance links_ended"),
            (_said(held.SALE, Link.THROUGH), "request_digest number_salt number_digest"),
            (Nobody("a lock"), "touched_at"),
        ),
        "public.orders_said": (
            (_said(held.TRADER, Link.THROUGH), "trader_id seller_id identity_digest identity_salt"),
            (_said(held.TRADER, Link.THROUGH), "contact_digest contact_salt"),
        ),
        "public.orders_sellerorder": (
            (_through(held.SALE), "id seller_id market trader_id reference currency items"),
            (_through(held.SALE), "shipping total method carrier kind days_min days_max"),
            (_through(held.SALE), "dispatch_country placed_at accept_by order_id promised_by"),
        ),
        "public.orders_step": (
            (_said(held.WHO_ACTED, Link.THROUGH), "actor_id"),
            (_through(held.LOG), "id order_id seq seller_id line_id concern from_state to_state"),
            (_through(held.LOG), "verb actor_kind reason basis facts_hash at format previous"),
            (_through(held.LOG), "hash"),
        ),
        "public.outbox_delivery": ((Nobody("which listener was told"), "id listener at event_id"),),
        "public.outbox_event": ((_repeated(held.EVENTS), "id kind payload at written_at"),),
        "public.outbox_hearing": ((Nobody("who listens to which kind of event"), "kind listener"),),
        "public.payments_instruction": (
            (_through(held.PAYMENTS), "id verb key amount parts asked_at state attempts answer"),
            (_through(held.PAYMENTS), "provider_ref answered_at payment_id repeats_id"),
        ),
        "public.payments_notice": (
            (_repeated(held.PAYMENTS), "id provider event_id kind provider_ref reference amount"),
            (_repeated(held.PAYMENTS), "currency outcome occurred_at received_at"),
        ),
        "public.payments_part": (
            (_through(held.PAYMENTS), "id seller_id market currency reference amount captured"),
            (_through(held.PAYMENTS), "refund_asked refunded payment_id"),
        ),
        "public.payments_payment": (
            (_through(held.PAYMENTS), "id reference attempt market currency method provider"),
            (_through(held.PAYMENTS), "amount created_at pay_by state state_at provider_ref"),
            (_through(held.PAYMENTS), "adopted_at authorised_at capture_by captured refunded"),
        ),
        "public.privacy_act": (
            (_through(held.ACTS), "id seq request_id holding subject hold_id verb basis until"),
            (_through(held.ACTS), "actor_kind reason at replayed"),
            (_said(held.WHO_ACTED, Link.THROUGH), "staff_id badge"),
        ),
        "public.privacy_archived": (
            (_said(held.ARCHIVE), "sealed persons owner account proof"),
            (_names(held.ARCHIVE), "order_id until basis archived_at"),
            (Nobody("which key"), "key_year"),
        ),
        "public.privacy_brake": (
            (Nobody("how many"), "id holding day number state cause decided_at"),
            (_said(held.WHO_ACTED, Link.THROUGH), "staff_id badge"),
        ),
        "public.privacy_breach": (
            (_BREACH, "id reference drill kinds aware_at scope from_at until_at holdings"),
            (_BREACH, "orders_digest counts entered_at"),
            (_said(held.WHO_ACTED, Link.THROUGH), "entered_by"),
        ),
        "public.privacy_breachact": (
            (_BREACH, "id breach_id seq verb risk spared of digest happened_at at"),
            (_said(held.WHO_ACTED, Link.THROUGH), "staff_id"),
        ),
        # Words that name nobody; where they did, staff take them out.
        "public.privacy_breachtext": ((_BREACH, "act_id breach_id salt words"),),
        "public.privacy_duty": (
            (_said(held.REQUESTS), "id request_id holding subject by asked_at"),
            (_said(held.WHO_ACTED, Link.THROUGH), "staff_id"),
        ),
        "public.privacy_entry": (
            (_through(held.REQUESTS), "id request_id received_on entered_at late_why"),
            (_said(held.WHO_ACTED, Link.THROUGH), "entered_by"),
        ),
        "public.privacy_hold": (
            (_said(held.HOLDS), "person user_id account"),
            (_names(held.HOLDS), "id order_id kind by since review_on lifting_at lifting_why"),
            (_names(held.HOLDS), "lifted_at holds_until"),
            (_said(held.HOLDS, Link.THROUGH), "untold_why untold_until"),
            (_said(held.WHO_ACTED, Link.THROUGH), "staff_id lifting_by lifted_by"),
        ),
        "public.privacy_night": ((Nobody("how many"), "day ended_at number contradicted"),),
        "public.privacy_notice": ((_names(held.ACCOUNT), "id user_id written_at sent_at"),),
        "public.privacy_proposal": (
            # Until it is decided, it is for those alone who decide it whose address it is.
            (_said(held.REQUESTS), "email"),
            (_through(held.REQUESTS), "id request_id shown_by proposed_at state decided_at"),
            (_said(held.WHO_ACTED, Link.THROUGH), "proposed_by decided_by"),
        ),
        "public.privacy_request": (
            (_through(held.REQUESTS), "id reference kind locale order_id received_on"),
            (_through(held.REQUESTS), "told_extension_on extension_reason answer_by state outcome"),
            (_through(held.REQUESTS), "closed_at proven"),
            (_said(held.WHO_ACTED, Link.THROUGH), "entered_by extended_by closed_by"),
        ),
        "public.privacy_requester": (
            (_names(held.REQUESTS), "request_id kind order_id email open"),
            (_said(held.REQUESTS), "person user_id"),
        ),
        "public.privacy_sellercopy": (
            (
                _through(held.ACTS),
                "id seller_id market seller_order_id asked_at confirmed_at confirmed_how",
            ),
            (_said(held.WHO_ACTED, Link.THROUGH), "confirmed_by"),
        ),
        "public.privacy_yearkey": (
            (Nobody("which keys there were"), "year check_value made_at empty_since destroyed_at"),
        ),
        "public.procrastinate_events": ((_JOBS, "id job_id type at"),),
        "public.procrastinate_jobs": (
            (_repeated(held.EVENTS), "id task_name args scheduled_at"),
            (_JOBS, "queue_name lock status attempts queueing_lock priority abort_requested"),
            (_JOBS, "worker_id"),
        ),
        "public.procrastinate_periodic_defers": (
            (_JOBS, "id task_name defer_timestamp job_id periodic_id"),
        ),
        "public.procrastinate_workers": ((_JOBS, "id last_heartbeat"),),
        "public.sellers_member": (
            (_names(held.MEMBERSHIP), "user_id seller_id"),
            (_through(held.MEMBERSHIP), "id role"),
        ),
        "public.sellers_paymentaccount": (
            (_sealed(held.PAYMENT_ACCOUNT), "number"),
            (_through(held.PAYMENT_ACCOUNT), "id seller_id last4 entered_at effective_at"),
            (_through(held.PAYMENT_ACCOUNT), "stopped_at"),
            (_said(held.WHO_ACTED, Link.THROUGH), "entered_by stopped_by"),
        ),
        "public.sellers_qualityrate": (
            (Nobody("a seller's rates"), "id criterion orders faults seller_id"),
        ),
        "public.sellers_ending": (
            (_through(held.TRADER), "id seller_id ended_on at"),
            (Nobody("as which role of the database"), "role"),
        ),
        # Who trades in their own name is a person.
        "public.sellers_seller": (
            (_names(held.TRADER), "slug name town country"),
            (_through(held.TRADER), "id language is_operator active ended_on"),
        ),
        "public.sellers_shippingmethod": (
            (_SELLER, "id market code carrier kind price_minor currency days_min days_max active"),
            (_SELLER, "seller_id"),
        ),
        "public.sellers_trader": (
            (_names(held.TRADER), "legal_name address email phone register register_number"),
            (_names(held.TRADER), "vat_id certified_on"),
            (_through(held.TRADER), "id version seller_id"),
        ),
        "public.shipping_destination": (
            (_names(held.DESTINATIONS), "country postcode shipment_id"),
        ),
        "public.shipping_item": (
            (_through(held.PARCELS), "id seller_id line_id round shipment_id"),
        ),
        "public.shipping_number": (
            (_repeated(held.PARCELS), "id carrier tracking seller_id shipment_id given_up_at"),
        ),
        "public.shipping_scan": (
            (_through(held.PARCELS), "id carrier event_id shipment_id kind outcome occurred_at"),
            (_through(held.PARCELS), "received_at tracking"),
        ),
        "public.shipping_shipment": (
            (_through(held.PARCELS), "id seller_id market reference carrier tracking created_at"),
            (_through(held.PARCELS), "state state_at since vouched_at"),
        ),
        # An outside party's own books (decision 0010).
        "sandbox.payment": (
            (_names(held.AT_THE_SANDBOX), "last4 return_url merchant_reference language"),
            (_through(held.AT_THE_SANDBOX), "id reference amount currency method expires_at"),
            (_through(held.AT_THE_SANDBOX), "created_at status_at status authorised captured"),
            (_through(held.AT_THE_SANDBOX), "refunded authorised_until behaviour challenged"),
            (_through(held.AT_THE_SANDBOX), "tries problem answer_lost version due_at"),
            (_said(held.AT_THE_SANDBOX), "secret"),
        ),
        "sandbox.answer": (
            (_names(held.AT_THE_SANDBOX), "body"),
            (_through(held.AT_THE_SANDBOX), "key digest status at"),
        ),
        "sandbox.entry": (
            (_through(held.AT_THE_SANDBOX), "seq payment reference kind amount currency at"),
        ),
        "sandbox.notice": (
            (_names(held.AT_THE_SANDBOX), "body"),
            (_through(held.AT_THE_SANDBOX), "id event payment kind created_at next_at attempts"),
            (_through(held.AT_THE_SANDBOX), "delivered_at"),
        ),
    }
)

# Table and column of everything that stands sealed; each such table has a key called id.
SEALED: Final = tuple(
    (table.removeprefix("public."), column)
    for table, columns in REGISTER.items()
    for column, decided in columns.items()
    if isinstance(decided, Personal) and decided.sealed
)


def undecided(columns: Mapping[str, set[str]]) -> list[str]:
    """What of these tables (name to columns) is not decided, or decided and not there; sorted."""
    there = {f"{table}.{column}" for table, names in columns.items() for column in names}
    here = {f"{table}.{column}" for table, names in REGISTER.items() for column in names}
    return sorted([*(f"undecided: {each}" for each in there - here),
                   *(f"not there: {each}" for each in here - there)])  # fmt: skip
