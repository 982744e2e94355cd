package kz.ruralincome.web.ui.intake;

import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.intake.LoadState;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Formats;

/** A load as it is written on a page. */
public record LoadLine(
        Load load,
        String list,
        String file,
        String received,
        String state,
        String rows,
        String accepted,
        String unchanged,
        String rejected) {

    static LoadLine of(Load load, Formats format, CurrentLanguage language) {
        return new LoadLine(
                load,
                language.say("intake.list." + load.list()),
                load.fileName().orElse("–"),
                format.moment(load.receivedAt()),
                language.say("intake.state." + load.state()),
                format.number(load.rows()),
                format.number(load.accepted()),
                format.number(load.unchanged()),
                format.number(load.rejected()));
    }

    public boolean isUnderWay() {
        return !load.state().isAtRest();
    }

    public boolean isHeld() {
        return load.state() == LoadState.HELD;
    }

    /** How its state is to be looked at: well, badly, or with attention. */
    public String mood() {
        return switch (load.state()) {
            case DONE -> load.rejected() == 0 ? "good" : "warn";
            case FAILED -> "bad";
            case HELD -> "warn";
            case RECEIVED, RUNNING, WITHDRAWN -> "plain";
        };
    }
}
