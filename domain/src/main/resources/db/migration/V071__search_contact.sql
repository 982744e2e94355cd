-- People are found by the phone that was listed, in whatever form it was written: by its last ten digits.
create function phone_digits(phone text) returns text language sql immutable strict parallel safe as $$
    select right(regexp_replace(phone, '[^0-9]', '', 'g'), 10)
$$;
create index membership_phone on membership (phone_digits(phone)) where phone is not null and superseded_rev is null;

-- Numbers of households are found in either case.
create index household_number on household (upper(household_no));
