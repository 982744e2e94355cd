-- The facts. Spells are half-open [valid_from, valid_to); '-infinity' is "always", 'infinity' "still running".
-- A row is current while superseded_rev is null. See keep_facts in V001 for what holds in all of them.

create table person (
    id        integer generated always as identity primary key,
    public_id uuid not null default gen_random_uuid() unique, -- stands in URLs, where the IIN must not
    iin       char(12) not null unique check (iin ~ '^[0-9]{12}$')
);

create table household (
    id           integer generated always as identity primary key,
    household_no text not null unique
);

create table unit ( -- a KATO unit: its code as a number
    id integer primary key check (id between 1 and 999999999)
);

-- ── territory ──────────────────────────────────────────────────────────────────────────────────────

create table territory (
    id             bigint generated always as identity primary key,
    unit_id        integer not null,
    valid_from     date not null,
    valid_to       date not null check (valid_to > valid_from),
    parent         integer references unit,
    name_ru        text not null,
    name_kk        text,
    name_en        text,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index territory_current on territory (unit_id, valid_from) where superseded_rev is null;
create index territory_parent on territory (parent);
call keep_facts('territory', 'unit', 'unit_id', 'unit_id');

create table pilot_area (
    id             bigint generated always as identity primary key,
    unit_id        integer not null,
    valid_from     date not null,
    valid_to       date not null check (valid_to > valid_from),
    stage          text,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index pilot_area_current on pilot_area (unit_id, valid_from) where superseded_rev is null;
call keep_facts('pilot_area', 'unit', 'unit_id', '');

-- ── household ──────────────────────────────────────────────────────────────────────────────────────

create table locality ( -- lives there from that day until the household's next row
    id             bigint generated always as identity primary key,
    household_id   integer not null,
    valid_from     date not null,
    unit_id        integer not null references unit,
    address        text,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index locality_current on locality (household_id, valid_from) where superseded_rev is null;
call keep_facts('locality', 'household', 'household_id', '');

create type relation as enum ('HEAD', 'SPOUSE', 'CHILD', 'PARENT', 'OTHER');

create table membership (
    id             bigint generated always as identity primary key,
    person_id      integer not null,
    household_id   integer not null,
    valid_from     date not null,
    valid_to       date not null check (valid_to > valid_from),
    relation       relation not null,
    birth_date     date,
    sex            char(1) check (sex in ('M', 'F')),
    family_name    text,
    given_name     text,
    patronymic     text,
    phone          text,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index membership_current on membership (person_id, valid_from) where superseded_rev is null;
create index membership_household on membership (household_id);
call keep_facts('membership', 'person', 'person_id', 'person_id');

create type vital_kind as enum ('DIED', 'LEFT', 'RETURNED');

create table vital_event (
    id             bigint generated always as identity primary key,
    person_id      integer not null,
    on_date        date not null,
    kind           vital_kind not null,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index vital_event_current on vital_event (person_id, on_date) where superseded_rev is null;
call keep_facts('vital_event', 'person', 'person_id', '');

-- ── assistance ─────────────────────────────────────────────────────────────────────────────────────

create type assistance_kind as enum ('CONDITIONAL', 'UNCONDITIONAL');

create table assistance (
    id                bigint generated always as identity primary key,
    household_id      integer not null,
    valid_from        date not null,
    valid_to          date not null check (valid_to > valid_from),
    kind              assistance_kind not null,
    monthly_amount    numeric(19, 2) not null,
    per_capita_income numeric(19, 2),
    rev               bigint not null,
    superseded_rev    bigint,
    by_snapshot       boolean not null default false -- supposed from a list of who holds on a day: dated rows override it
);
create unique index assistance_current on assistance (household_id, valid_from) where superseded_rev is null;
call keep_facts('assistance', 'household', 'household_id', 'household_id');

create table payment (
    id             bigint generated always as identity primary key,
    household_id   integer not null,
    on_date        date not null,
    reference      text not null, -- empty: the list gave none
    amount         numeric(19, 2) not null,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index payment_current on payment (household_id, on_date, reference) where superseded_rev is null;
create index payment_on on payment (on_date);
call keep_facts('payment', 'household', 'household_id', '');

create table social_package (
    id             bigint generated always as identity primary key,
    person_id      integer not null,
    valid_from     date not null,
    valid_to       date not null check (valid_to > valid_from),
    rev            bigint not null,
    superseded_rev bigint
);
create unique index social_package_current on social_package (person_id, valid_from) where superseded_rev is null;
call keep_facts('social_package', 'person', 'person_id', '');

-- ── what people live by ────────────────────────────────────────────────────────────────────────────

-- in the order of their authority: the first that has an occupation on a day decides
create type occupation_source as enum ('LABOUR_REGISTER', 'TAX_REGISTER', 'CONTRIBUTIONS', 'SCREENING', 'OTHER');
create type occupation_kind as enum ('UNPRODUCTIVE_SELF_EMPLOYED', 'SELF_EMPLOYED_REGIME', 'SELF_EMPLOYED',
    'UNEMPLOYED', 'WAGE_EMPLOYED', 'INACTIVE');

create table occupation (
    id             bigint generated always as identity primary key,
    person_id      integer not null,
    source         occupation_source not null,
    valid_from     date not null,
    valid_to       date not null check (valid_to > valid_from),
    kind           occupation_kind not null,
    rev            bigint not null,
    superseded_rev bigint,
    by_snapshot       boolean not null default false -- supposed from a list of who holds on a day: dated rows override it
);
create unique index occupation_current on occupation (person_id, source, valid_from) where superseded_rev is null;
call keep_facts('occupation', 'person', 'person_id', 'person_id, source');

create type income_kind as enum ('WAGE', 'SELF_EMPLOYMENT', 'PLOT', 'LIVESTOCK', 'PENSION', 'BENEFIT', 'OTHER');

create table income (
    id             bigint generated always as identity primary key,
    person_id      integer not null,
    quarter        date not null, -- its first day
    kind           income_kind not null,
    amount         numeric(19, 2) not null, -- of the whole quarter
    rev            bigint not null,
    superseded_rev bigint
);
create unique index income_current on income (person_id, quarter, kind) where superseded_rev is null;
call keep_facts('income', 'person', 'person_id', '');

create type measure_kind as enum ('PERMANENT_JOB', 'PUBLIC_WORKS', 'SOCIAL_WORKPLACE', 'YOUTH_PRACTICE', 'TRAINING',
    'GRANT', 'MICROCREDIT', 'OTHER');

create table measure (
    id             bigint generated always as identity primary key,
    person_id      integer not null,
    valid_from     date not null,
    kind           measure_kind not null,
    valid_to       date not null check (valid_to > valid_from),
    rev            bigint not null,
    superseded_rev bigint
);
create unique index measure_current on measure (person_id, valid_from, kind) where superseded_rev is null;
call keep_facts('measure', 'person', 'person_id', '');

-- ── entrepreneurs ──────────────────────────────────────────────────────────────────────────────────

create type registration_status as enum ('ACTIVE', 'SUSPENDED', 'DEREGISTERED');
create type closing_reason as enum ('OWN_WISH', 'TAX_BODY', 'COURT', 'DEATH', 'LAW_2026', 'OTHER');

create table registration (
    id              bigint generated always as identity primary key,
    person_id       integer not null,
    registration_no text not null,
    valid_from      date not null,
    valid_to        date not null check (valid_to > valid_from),
    status          registration_status not null,
    reason          closing_reason,
    oked            text,
    tax_regime      text,
    rev             bigint not null,
    superseded_rev  bigint,
    by_snapshot       boolean not null default false -- supposed from a list of who holds on a day: dated rows override it
);
create unique index registration_current on registration (person_id, registration_no, valid_from)
    where superseded_rev is null;
call keep_facts('registration', 'person', 'person_id', 'person_id, registration_no');

-- ── the pilot ──────────────────────────────────────────────────────────────────────────────────────

create table enrolment (
    id               bigint generated always as identity primary key,
    person_id        integer not null,
    valid_from       date not null,
    valid_to         date not null check (valid_to > valid_from),
    unit_id          integer not null references unit,
    direction        smallint check (direction between 1 and 5),
    registration_due date,
    left_reason      text,
    coordinator      text,
    rev              bigint not null,
    superseded_rev   bigint
);
create unique index enrolment_current on enrolment (person_id, valid_from) where superseded_rev is null;
call keep_facts('enrolment', 'person', 'person_id', 'person_id');

create type consent_scope as enum ('PROCESSING', 'LENDER_EXCHANGE', 'CREDIT_BUREAU');

create table consent (
    id             bigint generated always as identity primary key,
    person_id      integer not null,
    scope          consent_scope not null,
    valid_from     date not null,
    valid_to       date not null check (valid_to > valid_from),
    document       text,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index consent_current on consent (person_id, scope, valid_from) where superseded_rev is null;
call keep_facts('consent', 'person', 'person_id', '');

-- ── reference and plan figures ─────────────────────────────────────────────────────────────────────

create table calendar_day ( -- differences from Monday to Friday
    id             bigint generated always as identity primary key,
    on_date        date not null,
    kind           text not null check (kind in ('DAY_OFF', 'WORKING_DAY')),
    rev            bigint not null,
    superseded_rev bigint
);
create unique index calendar_day_current on calendar_day (on_date) where superseded_rev is null;
call keep_facts('calendar_day', 'calendar_day', 'id', '');

create table parameter ( -- holds until the next row of its name and unit
    id             bigint generated always as identity primary key,
    name           text not null,
    unit_id        integer references unit,
    valid_from     date not null,
    value          numeric not null,
    document       text,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index parameter_current on parameter (name, coalesce(unit_id, 0), valid_from) where superseded_rev is null;
call keep_facts('parameter', 'parameter', 'id', '');

create table rehabilitation (
    id             bigint generated always as identity primary key,
    as_of          date not null,
    unit_id        integer not null,
    registered     bigint not null check (registered >= 0),
    satisfied      bigint not null check (satisfied >= 0),
    rev            bigint not null,
    superseded_rev bigint
);
create unique index rehabilitation_current on rehabilitation (unit_id, as_of) where superseded_rev is null;
call keep_facts('rehabilitation', 'unit', 'unit_id', '');

create table plan (
    id             bigint generated always as identity primary key,
    year           integer not null,
    unit_id        integer not null,
    indicator      text not null,
    decided_on     date not null,
    value          numeric not null,
    document       text,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index plan_current on plan (unit_id, indicator, year, decided_on) where superseded_rev is null;
call keep_facts('plan', 'unit', 'unit_id', '');

create table peer_figure (
    id             bigint generated always as identity primary key,
    as_of          date not null,
    unit_id        integer not null,
    indicator      text not null,
    value          numeric not null,
    source         text,
    rev            bigint not null,
    superseded_rev bigint
);
create unique index peer_figure_current on peer_figure (unit_id, indicator, as_of) where superseded_rev is null;
call keep_facts('peer_figure', 'unit', 'unit_id', '');

-- ── up to which day the lists are declared complete ────────────────────────────────────────────────

create table coverage (
    id             bigint generated always as identity primary key,
    list           text not null,
    unit_id        integer references unit, -- null: everywhere
    covers_to      date not null,
    rev            bigint not null,
    superseded_rev bigint
);
call keep_facts('coverage', 'coverage', 'id', '');
