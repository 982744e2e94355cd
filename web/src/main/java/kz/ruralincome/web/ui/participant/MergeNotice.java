package kz.ruralincome.web.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.ruralincome.domain.merge.Merge;
import kz.ruralincome.domain.merge.MergeDesk;
import kz.ruralincome.web.security.CurrentAccess;

/** What the page of a person says of records that were merged into theirs. */
@Named
@RequestScoped
public class MergeNotice {

    @Inject
    private MergeDesk desk;

    @Inject
    private CurrentAccess access;

    private final Map<String, List<Merge>> read = new HashMap<>();

    /** The merges that stand, the last first. */
    public List<Merge> of(String person) {
        return read.computeIfAbsent(person, id -> desk.into(UUID.fromString(id), access.get()).stream()
                .filter(merge -> merge.undone().isEmpty())
                .toList());
    }
}
