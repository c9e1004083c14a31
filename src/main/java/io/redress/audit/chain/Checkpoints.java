package io.redress.audit.chain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints of an installation: one beside the data and, where configured, one at a second place, such as a share on
 * another machine or a drive that is plugged in for the day.
 */
public record Checkpoints(List<Checkpoint> all) {

    public static Checkpoints at(Path first, Optional<Path> second) {
        return new Checkpoints(Stream.concat(Stream.of(new Checkpoint(first)), second.map(Checkpoint::onDrive).stream())
                .toList());
    }

    /** The heads of all checkpoints that exist. */
    public List<ChainHead> read() {
        return all.stream().flatMap(checkpoint -> checkpoint.read().stream()).toList();
    }
}
