-- The page of a person shows what was recorded of them before: a few rows of large tables.
create index membership_former on membership (person_id) where superseded_rev is not null;
create index assistance_former on assistance (household_id) where superseded_rev is not null;
create index occupation_former on occupation (person_id) where superseded_rev is not null;
create index registration_former on registration (person_id) where superseded_rev is not null;
create index enrolment_former on enrolment (person_id) where superseded_rev is not null;
create index measure_former on measure (person_id) where superseded_rev is not null;
create index social_package_former on social_package (person_id) where superseded_rev is not null;
create index vital_event_former on vital_event (person_id) where superseded_rev is not null;
