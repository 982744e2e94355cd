package kz.ruralincome.domain.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.intake.LoadOptions;
import kz.ruralincome.domain.intake.LoadState;
import kz.ruralincome.domain.sample.SampleFile;
import kz.ruralincome.domain.sample.SampleRegion;

/**
 * Sends the files of the sample region through the door that is open to any user's lists. A file that was received before
 * the server was cut short is not sent again: it waits in the queue of loads as any other.
 */
@ApplicationScoped
public class SampleLoading {

    private static final Access SAMPLE = Access.ofTheProgram("sample");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Inject
    private ListDesk desk;

    void load(SampleRegion region) {
        List<SampleFile> files = region.files();
        List<UUID> loads = received();
        for (SampleFile file : files.subList(loads.size(), files.size())) {
            loads.add(send(file));
        }
        loads.forEach(this::demandWhole);
    }

    /** The loads of the sample so far, oldest first. */
    private List<UUID> received() {
        List<UUID> loads = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            var page = desk.loads(null, cursor.get(), SAMPLE);
            page.items().stream()
                    .filter(load -> load.account().equals(SAMPLE.account()))
                    .forEach(load -> loads.add(0, load.id()));
            cursor = page.next();
        }
        return loads;
    }

    private UUID send(SampleFile file) {
        var options = file.coversTo().map(LoadOptions.NONE::coveringTo).orElse(LoadOptions.NONE);
        try (InputStream content = file.open()) {
            return desk.receive(file.list(), options, "text/csv", "sample-" + file.list() + ".csv", content, SAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void demandWhole(UUID id) {
        Load load = desk.await(id, PATIENCE, SAMPLE);
        if (load.state() != LoadState.DONE || load.rejected() > 0) {
            throw new IllegalStateException("the sample's list %s ended %s with %d rows rejected"
                    .formatted(load.list(), load.state(), load.rejected()));
        }
    }
}
