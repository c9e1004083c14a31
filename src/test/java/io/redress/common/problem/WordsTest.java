package io.redress.common.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.redress.common.text.Words;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final String CHINESE = "/problems.properties";
    private static final String ENGLISH = "/problems_en.properties";

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(new TreeSet<>(bundle(ENGLISH).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(bundle(CHINESE).stringPropertyNames()));
    }

    @Test
    void both_languages_name_the_same_arguments() {
        var english = bundle(ENGLISH);
        bundle(CHINESE)
                .forEach((key, words) -> assertThat(arguments(english.getProperty((String) key)))
                        .as(key.toString())
                        .isEqualTo(arguments((String) words)));
    }

    @Test
    void every_problem_has_a_title_and_a_detail() {
        var keys = bundle(CHINESE).stringPropertyNames();
        var codes = keys.stream()
                .filter(key -> key.endsWith(".title") || key.endsWith(".detail"))
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toSet());
        assertThat(codes).allSatisfy(code -> assertThat(keys).contains(code + ".title", code + ".detail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CHINESE, ENGLISH})
    void every_message_pattern_can_be_formatted(String file) {
        bundle(file)
                .forEach((key, words) -> assertThatCode(() -> new MessageFormat((String) words, Locale.ENGLISH))
                        .as(key.toString())
                        .doesNotThrowAnyException());
    }

    /** A single apostrophe starts a quotation: it disappears, and the arguments after it are not replaced. */
    @ParameterizedTest
    @ValueSource(strings = {CHINESE, ENGLISH})
    void every_apostrophe_is_doubled(String file) {
        bundle(file)
                .forEach((key, words) -> assertThat(((String) words).replace("''", ""))
                        .as(key.toString())
                        .doesNotContain("'"));
    }

    /** A user at a screen sees no headers. */
    @ParameterizedTest
    @ValueSource(strings = {CHINESE, ENGLISH})
    void no_message_names_the_header_retry_after(String file) {
        assertThat(bundle(file).values()).noneMatch(words -> ((String) words).contains("Retry-After"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 请在 1 秒后再试。, Try again in 1 seconds.",
        "120, 请在 120 秒后再试。, Try again in 120 seconds.",
        "121, 请在 3 分钟后再试。, Try again in 3 minutes.",
        "7200, 请在 120 分钟后再试。, Try again in 120 minutes.",
        "7201, 请在 3 小时后再试。, Try again in 3 hours."
    })
    void a_problem_with_retry_after_says_in_its_detail_when_to_try_again(int seconds, String chinese, String english) {
        var responses = new ProblemResponses();
        var problem = Problem.of(429, "sign-in-locked").retryAfter(Duration.ofSeconds(seconds));
        assertThat(responses.view(problem, Words.chinese()).detail()).endsWith("解除。" + chinese);
        assertThat(responses.view(problem, Words.in(List.of(Locale.ENGLISH))).detail())
                .endsWith("lift this. " + english);
        assertThat(responses.view(Problem.notFound(), Words.chinese()).detail()).doesNotContain("再试");
    }

    private static int arguments(String words) {
        return new MessageFormat(words, Locale.ENGLISH).getFormatsByArgumentIndex().length;
    }

    private static Properties bundle(String file) {
        var words = new Properties();
        try (var in = WordsTest.class.getResourceAsStream(file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
