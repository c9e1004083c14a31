package io.redress.report;

/**
 * Some sentences of a feature, and where they stand.
 *
 * @param order among the passages of all features; the least first
 * @param key of the section it is alone in, by which programs know it; null where it stands in a chapter with others
 * @param heading of that section, without its number
 */
public record Passage(Chapter chapter, int order, String key, String heading, String text) {

    /** Which part of the bulletin. */
    public enum Chapter {
        /** 基本情况: one paragraph of all features. */
        BASICS,
        /** 本周工作开展情况: a section for each passage. */
        WORK,
        /** 存在的问题和风险研判: one paragraph of all features. */
        RISKS
    }

    public static Passage basics(int order, String text) {
        return new Passage(Chapter.BASICS, order, null, null, text);
    }

    /** With a section of its own. */
    public static Passage work(int order, String key, String heading, String text) {
        return new Passage(Chapter.WORK, order, key, heading, text);
    }

    public static Passage risks(int order, String text) {
        return new Passage(Chapter.RISKS, order, null, null, text);
    }
}
