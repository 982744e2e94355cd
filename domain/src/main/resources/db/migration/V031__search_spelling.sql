-- Names are found in either spelling: Kazakh letters count as the Russian ones that stand for them. All of them become
-- ASCII, one for one, signs without a sound go: trigrams then work whatever letters the locale of the database knows.
create or replace function search_name(family_name text, given_name text, patronymic text) returns text
    language sql immutable parallel safe as $$
    select translate(lower(concat_ws(' ', family_name, given_name, patronymic) collate "und-x-icu"),
        'абвгдеёжзийклмнопрстуфхцчшщыэюяәғқңөұүһіъь',
        'abvgdeejziyklmnoprstufhc4wxqe79agknouuhi')
$$;
