-- The history of a person shows every version of every fact of theirs: those of V045, and these.
create index income_former on income (person_id) where superseded_rev is not null;
create index consent_former on consent (person_id) where superseded_rev is not null;
create index payment_former on payment (household_id) where superseded_rev is not null;
create index locality_former on locality (household_id) where superseded_rev is not null;
create index enrolment_suspension_former on enrolment_suspension (person_id) where superseded_rev is not null;
