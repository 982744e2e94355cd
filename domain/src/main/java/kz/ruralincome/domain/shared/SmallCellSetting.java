package kz.ruralincome.domain.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/**
 * Which groups are small here: {@code PILOT_SMALL_CELLS}.
 *
 * <p>A setting, no parameter of the register: it says who may read what, not what was the case. Whatever is asked, of today or
 * as known on an earlier moment, is withheld by the setting of the one who answers, and nothing that is kept is narrower.
 */
@ApplicationScoped
public class SmallCellSetting {

    @Inject
    private Config config;

    /** The limit in force. */
    public SmallCellLimit limit() {
        return config.getOptionalValue("pilot.small.cells", Integer.class)
                .map(SmallCellLimit::new)
                .orElse(SmallCellLimit.USUAL);
    }
}
