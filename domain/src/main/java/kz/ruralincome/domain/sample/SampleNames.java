package kz.ruralincome.domain.sample;

/**
 * Names that are plainly made up: given names as people bear them, family names made of the words of forms and
 * tables (мысал is an example, үлгі a model, дерек a datum), in Kazakh spelling or as Russian papers spell them.
 */
final class SampleNames {

    private static final String[] FIRST_PARTS = {
        "Мысал",
        "Үлгі",
        "Дерек",
        "Сынама",
        "Жоба",
        "Нұсқа",
        "Болжам",
        "Ереже",
        "Өлшем",
        "Есеп",
        "Кесте",
        "Тізім",
        "Құжат",
        "Көрсеткіш",
        "Сауал",
        "Жауап",
        "Белгі",
        "Таңба",
        "Санақ",
        "Мәлімет",
        "Жазба",
        "Тіркеу",
        "Бөлім",
        "Парақ",
        "Қатар",
        "Баған",
        "Ұяшық",
        "Шаблон",
        "Анықтама",
        "Хабар"
    };
    private static final String[] SECOND_PARTS = {
        "бек", "бай", "хан", "жан", "құл", "тай", "ғали", "мырза", "дәулет", "нұр", "тілеу", "келді"
    };
    private static final String[] RUSSIAN_FAMILIES = {
        "Примеров", "Образцов", "Шаблонов", "Пробников", "Выборкин", "Тестов", "Макетов", "Таблицын", "Списков",
        "Столбцов", "Строкин", "Ячейкин", "Форматов", "Анкетов", "Опросов", "Перечнев", "Справкин", "Бланков",
        "Сводкин", "Листов", "Графов", "Отчётов", "Черновиков", "Набросков"
    };
    private static final String[] KAZAKH_MEN = {
        "Айбек", "Алмас", "Арман", "Асқар", "Бақыт", "Бауыржан", "Болат", "Ғалым", "Дәурен", "Ерлан", "Жанат",
        "Жасұлан", "Қайрат", "Қуаныш", "Марат", "Мұрат", "Нұрлан", "Олжас", "Өмірбек", "Руслан", "Сәкен", "Серік",
        "Талғат", "Тимур", "Үсен", "Шыңғыс", "Ырысбек", "Мәди", "Санжар", "Ербол"
    };
    private static final String[] KAZAKH_WOMEN = {
        "Айгүл",
        "Айнұр",
        "Алия",
        "Анар",
        "Әсел",
        "Баян",
        "Бибігүл",
        "Гүлмира",
        "Гүлнәр",
        "Дана",
        "Динара",
        "Жанар",
        "Жұлдыз",
        "Зәуре",
        "Қарлығаш",
        "Қымбат",
        "Ләззат",
        "Мадина",
        "Мәншүк",
        "Назгүл",
        "Өзипа",
        "Рәбиға",
        "Сәуле",
        "Тоғжан",
        "Ұлжан",
        "Шолпан",
        "Ырысты",
        "Індіра",
        "Ақмарал",
        "Камила"
    };
    private static final String[] RUSSIAN_MEN = {
        "Александр",
        "Алексей",
        "Андрей",
        "Виктор",
        "Владимир",
        "Денис",
        "Евгений",
        "Иван",
        "Максим",
        "Николай",
        "Павел",
        "Роман",
        "Сергей",
        "Степан",
        "Фёдор"
    };
    private static final String[] RUSSIAN_WOMEN = {
        "Алла",
        "Анна",
        "Вера",
        "Галина",
        "Дарья",
        "Екатерина",
        "Елена",
        "Ирина",
        "Лариса",
        "Мария",
        "Наталья",
        "Ольга",
        "Светлана",
        "Татьяна",
        "Юлия"
    };
    private static final String[] RUSSIAN_FATHERS = {
        "Александров",
        "Алексеев",
        "Андреев",
        "Викторов",
        "Денисов",
        "Иванов",
        "Максимов",
        "Николаев",
        "Павлов",
        "Романов",
        "Степанов",
        "Фёдоров"
    };

    private static final String KAZAKH_LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";
    private static final String RUSSIAN_LETTERS = "АаГгКкНнОоУуУуХхИи";

    private final SampleRandom random;

    SampleNames(SampleRandom random) {
        this.random = random;
    }

    /** Family name, given name and patronymic of a person, the same at each call. */
    String[] of(SamplePerson person) {
        SampleRandom home = random.split(1, person.firstHome().index());
        boolean russian = home.chance(130);
        boolean russianSpelling = home.chance(350);
        String root =
                russian ? home.oneOf(RUSSIAN_FAMILIES) : home.oneOf(FIRST_PARTS).concat(home.oneOf(SECOND_PARTS));
        int father = home.below(1000);
        SampleRandom own = random.split(2, person.index());
        boolean ofTheHouse = person.relation() == SampleRelation.CHILD || own.chance(700);
        if (!ofTheHouse) {
            root = russian
                    ? own.oneOf(RUSSIAN_FAMILIES)
                    : own.oneOf(FIRST_PARTS).concat(own.oneOf(SECOND_PARTS));
        }
        if (person.relation() != SampleRelation.CHILD) {
            father = own.below(1000);
        }
        return russian ? russian(root, father, person.male(), own) : kazakh(root, father, russianSpelling, person, own);
    }

    private static String[] russian(String root, int father, boolean male, SampleRandom own) {
        return new String[] {
            male ? root : root + "а",
            male ? own.oneOf(RUSSIAN_MEN) : own.oneOf(RUSSIAN_WOMEN),
            RUSSIAN_FATHERS[father % RUSSIAN_FATHERS.length] + (male ? "ич" : "на")
        };
    }

    private static String[] kazakh(
            String root, int father, boolean russianSpelling, SamplePerson person, SampleRandom own) {
        boolean male = person.male();
        String given = male ? own.oneOf(KAZAKH_MEN) : own.oneOf(KAZAKH_WOMEN);
        String fatherName = KAZAKH_MEN[father % KAZAKH_MEN.length];
        String family = root + (endsSoft(root) ? "ев" : "ов") + (male ? "" : "а");
        if (!russianSpelling) {
            return new String[] {family, given, fatherName + (male ? "ұлы" : "қызы")};
        }
        String patronymic = own.chance(60) ? "" : fatherName + (male ? "ович" : "овна");
        return new String[] {inRussian(family), inRussian(given), inRussian(patronymic)};
    }

    private static boolean endsSoft(String root) {
        char last = root.charAt(root.length() - 1);
        return last == 'й' || last == 'і' || last == 'и' || last == 'у';
    }

    private static String inRussian(String kazakh) {
        var russian = new StringBuilder(kazakh);
        for (int place = 0; place < kazakh.length(); place++) {
            int letter = KAZAKH_LETTERS.indexOf(kazakh.charAt(place));
            if (letter >= 0) {
                russian.setCharAt(place, RUSSIAN_LETTERS.charAt(letter));
            }
        }
        return russian.toString();
    }
}
