package io.redress.bulletin.model;

import io.redress.bulletin.print.BulletinContent.Recipients;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A bureau's settings for its bulletins; see src/docs/operations.md. */
@ConfigMapping(prefix = "redress.bulletin")
public interface BulletinSettings {

    /** 报: recipients above the bureau. */
    Optional<String> reportTo();

    /** 送: recipients at the same level. */
    Optional<String> sendTo();

    /** 发: recipients below the bureau. */
    Optional<String> distributeTo();

    /** E-mail addresses that receive every issued bulletin. */
    Optional<List<String>> readers();

    /** Whether the service drafts bulletins by itself once a week is closed. */
    @WithDefault("true")
    boolean autoDraft();

    default List<Recipients> recipients() {
        return Stream.of(
                        reportTo().map(names -> new Recipients("报", names)),
                        sendTo().map(names -> new Recipients("送", names)),
                        distributeTo().map(names -> new Recipients("发", names)))
                .flatMap(Optional::stream)
                .toList();
    }
}
