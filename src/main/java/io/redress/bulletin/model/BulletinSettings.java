package io.redress.bulletin.model;

import io.redress.bulletin.print.BulletinContent.Recipients;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a bureau settles once about its bulletins; explained in src/docs/operations.md. */
@ConfigMapping(prefix = "redress.bulletin")
public interface BulletinSettings {

    /** 报: those above. */
    Optional<String> reportTo();

    /** 送: those beside. */
    Optional<String> sendTo();

    /** 发: those below. */
    Optional<String> distributeTo();

    /** E-mail addresses that get every bulletin when it is issued. */
    Optional<List<String>> readers();

    /** Whether drafts appear by themselves once a week is closed. */
    @WithDefault("true")
    boolean draftsItself();

    default List<Recipients> recipients() {
        return Stream.of(
                        reportTo().map(names -> new Recipients("报", names)),
                        sendTo().map(names -> new Recipients("送", names)),
                        distributeTo().map(names -> new Recipients("发", names)))
                .flatMap(Optional::stream)
                .toList();
    }
}
