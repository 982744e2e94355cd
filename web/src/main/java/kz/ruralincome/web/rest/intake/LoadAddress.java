package kz.ruralincome.web.rest.intake;

import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.shared.NotFoundException;

/** Finds the load that an address names. */
final class LoadAddress {

    private LoadAddress() {}

    static Load load(ListDesk desk, String list, String id, Access access) {
        Load load;
        try {
            load = desk.load(UUID.fromString(id), access);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("load");
        }
        if (!load.list().equals(list)) {
            throw new NotFoundException("load");
        }
        return load;
    }
}
