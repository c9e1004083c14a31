package io.redress.audit.chain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The anchors of an installation: one beside the data and, where configured, one at a second place, such as a share on
 * another machine or a drive that is plugged in for the day.
 */
public record Anchors(List<Anchor> all) {

    public static Anchors at(Path first, Optional<Path> second) {
        return new Anchors(Stream.concat(Stream.of(new Anchor(first)), second.map(Anchor::onDrive).stream())
                .toList());
    }

    /** The heads of all anchors that exist. */
    public List<ChainHead> read() {
        return all.stream().flatMap(anchor -> anchor.read().stream()).toList();
    }
}
