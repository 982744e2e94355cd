-- What the digits of an IIN say of its holder, where the list of members says nothing: YYMMDD, then sex and century.

create function iin_birth_date(iin text) returns date language sql immutable parallel safe as $$
    select case when c between 1 and 6 and m between 1 and 12
                then case when d between 1 and extract(day from make_date(y, m, 1) + interval '1 month - 1 day')
                          then make_date(y, m, d) end end
    from (select substr(iin, 7, 1)::int as c, 1800 + (substr(iin, 7, 1)::int - 1) / 2 * 100 + substr(iin, 1, 2)::int as y,
              substr(iin, 3, 2)::int as m, substr(iin, 5, 2)::int as d) digits
$$;

create function iin_sex(iin text) returns text language sql immutable parallel safe as $$
    select case substr(iin, 7, 1) when '1' then 'M' when '3' then 'M' when '5' then 'M'
        when '2' then 'F' when '4' then 'F' when '6' then 'F' end
$$;
