-- What was handed over in a window is found without going through loans whose last tranche lies before it.
create index loan_version_last_tranche on loan_version ((tranche_on[cardinality(tranche_on)]));
