-- The loan book in sums, so that nobody who asks how many there are has to look at each loan: made anew by every run of
-- loan-ageing that changed a standing, in its transaction. A few thousand rows: a lender, a place, a set of findings.
create table loan_tally (
    lender_id integer not null,
    place     integer,          -- null: it is not known where
    findings  text[] not null,
    loans     integer not null,
    principal numeric(19, 2) not null,
    overdue   numeric(19, 2) not null
);

insert into loan_tally (lender_id, place, findings, loans, principal, overdue)
select lender_id, place, findings, count(*), sum(principal), sum(overdue_principal + overdue_interest + overdue_penalty)
from loan_standing group by lender_id, place, findings;
