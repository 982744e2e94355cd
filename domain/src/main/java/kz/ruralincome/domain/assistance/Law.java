package kz.ruralincome.domain.assistance;

import java.time.LocalDate;

/** The law by which an application is judged: that of its day. */
public enum Law {
    /** No. 246-II of 17.07.2001, until 30.06.2023. */
    LAW_246_II,
    /** The Social Code, No. 224-VII of 20.04.2023, Articles 120 to 130, from 01.07.2023. */
    SOCIAL_CODE;

    private static final LocalDate CODE_FROM = LocalDate.of(2023, 7, 1);

    public static Law on(LocalDate day) {
        return day.isBefore(CODE_FROM) ? LAW_246_II : SOCIAL_CODE;
    }
}
