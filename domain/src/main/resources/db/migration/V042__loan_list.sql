-- What people look at of the loan book: a list of 300,000 loans that is filtered and sorted, and what is wrong with which.

-- The order in which repayments in one sum are allotted is a setting of each lender, and a fact: a loan as known on an
-- earlier moment is computed by the order of that moment. Without a row: the usual one, AllotmentStep.USUAL.
create table lender_allotment (
    id             bigint generated always as identity primary key,
    lender_id      integer not null,
    steps          text[] not null,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index lender_allotment_current on lender_allotment (lender_id) where superseded_rev is null;
call keep_facts('lender_allotment', 'lender', 'lender_id', '');
alter table lender drop column allotment;

-- The fields in which the lender's figures differ from ours.
alter table loan_line add column differences text[] not null default '{}';

-- All is computed anew by the next run: the first one after this script is a full one.
delete from loan_freshness;
truncate loan_standing;
-- The movement run whose places the standings hold.
alter table loan_freshness add column places_as_of timestamptz;

-- One row a loan, those not handed over included: all that the list of loans filters and sorts by. Narrow, so that even a
-- filter without an index is one quick pass.
alter table loan_standing
    add column lender_id   integer not null,
    add column contract_no text collate "C" not null,
    add column person_id   integer not null,
    add column place       integer,        -- where the borrower lives on the business date, else the loan's own unit
    add column status      text not null,
    add column purpose     text not null,
    add column approved_on date not null,
    add column lent        numeric(19, 2) not null,
    add column findings    text[] not null; -- codes of LoanFinding
create index loan_standing_approved on loan_standing (approved_on, loan_id);
create index loan_standing_overdue on loan_standing (coalesce(overdue_since, 'infinity'), loan_id);
create index loan_standing_principal on loan_standing (principal, loan_id);
create index loan_standing_contract on loan_standing (contract_no, loan_id);
create index loan_standing_person on loan_standing (person_id);
create index loan_standing_place on loan_standing (place);
create index loan_standing_findings on loan_standing using gin (findings);
