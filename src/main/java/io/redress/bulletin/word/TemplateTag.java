package io.redress.bulletin.word;

import java.util.Arrays;
import java.util.Optional;

/**
 * The tags of a template. An office writes them as {@code {{title}}}; a block begins with {@code {{?sections}}} and
 * ends with {@code {{/sections}}}, each in a paragraph of its own that is not printed. A list prints its contents once
 * for each item, a condition once or not at all. {@code src/docs/zh-CN/bulletin-template.md} explains them to offices.
 */
public enum TemplateTag {
    /** 编发单位. */
    ORGANISATION("organisation", Kind.WORDS, null),
    /** The red name, as large as one line allows. */
    SERIES_TITLE("seriesTitle", Kind.NEEDED_WORDS, null),
    /** 2021年第12期, or 草稿. */
    ISSUE("issue", Kind.NEEDED_WORDS, null),
    /** 印发日期, or 年 月 日 to be filled in. */
    ISSUED_ON("issuedOn", Kind.NEEDED_WORDS, null),
    TITLE("title", Kind.NEEDED_WORDS, null),
    IS_CORRECTION("isCorrection", Kind.CONDITION, null),
    /** The bulletin that a 更正 replaces: 2021年第12期. */
    CORRECTS("corrects", Kind.NEEDED_WORDS, IS_CORRECTION),
    /** The days reported: 2021年12月6日—12月12日. */
    PERIOD("period", Kind.NEEDED_WORDS, null),
    /** 拟稿, or empty; likewise 审核 and 签发. */
    DRAFTED_BY("draftedBy", Kind.WORDS, null),
    REVIEWED_BY("reviewedBy", Kind.WORDS, null),
    SIGNED_BY("signedBy", Kind.WORDS, null),
    /** All three in one line, as far as they exist: 拟稿：陈某 签发：郑某. */
    PEOPLE("people", Kind.WORDS, null),

    /** The recipients; a line such as 报：区委、区政府。 */
    RECIPIENTS("recipients", Kind.LIST, null),
    RECIPIENT("recipient", Kind.WORDS, RECIPIENTS),

    SECTIONS("sections", Kind.LIST, null),
    HEADING("heading", Kind.NEEDED_WORDS, SECTIONS),
    /** Whether the heading is of the level 一、 or （一）. */
    IS_FIRST_LEVEL("isFirstLevel", Kind.CONDITION, SECTIONS),
    IS_SECOND_LEVEL("isSecondLevel", Kind.CONDITION, SECTIONS),
    LINES("lines", Kind.LIST, SECTIONS),
    TEXT("text", Kind.NEEDED_WORDS, LINES),
    /** Whether a line begins with （一） or is text. */
    IS_SUBHEADING("isSubheading", Kind.CONDITION, LINES),
    IS_PARAGRAPH("isParagraph", Kind.CONDITION, LINES),

    /** Whether there are weeks to draw. */
    HAS_TREND("hasTrend", Kind.CONDITION, null),
    PICTURE("picture", Kind.WORDS, HAS_TREND),
    PICTURE_CAPTION("pictureCaption", Kind.WORDS, HAS_TREND),

    TABLES("tables", Kind.LIST, null),
    CAPTION("caption", Kind.NEEDED_WORDS, TABLES),
    GRID("grid", Kind.NEEDED_WORDS, TABLES),
    HAS_NOTE("hasNote", Kind.CONDITION, TABLES),
    NOTE("note", Kind.NEEDED_WORDS, HAS_NOTE);

    private enum Kind {
        WORDS,
        NEEDED_WORDS,
        LIST,
        CONDITION
    }

    private final String tagName;
    private final Kind kind;
    private final TemplateTag parent;

    TemplateTag(String tagName, Kind kind, TemplateTag parent) {
        this.tagName = tagName;
        this.kind = kind;
        this.parent = parent;
    }

    static Optional<TemplateTag> named(String name) {
        return Arrays.stream(values()).filter(tag -> tag.tagName.equals(name)).findFirst();
    }

    String tagName() {
        return tagName;
    }

    /** As an office writes it: {@code {{title}}}, or {@code {{?sections}}} for the start of a block. */
    String written() {
        return isBlock() ? "{{?" + tagName + "}}" : "{{" + tagName + "}}";
    }

    boolean isBlock() {
        return isList() || kind == Kind.CONDITION;
    }

    boolean isList() {
        return kind == Kind.LIST;
    }

    /** Whether a bulletin would lack required content without it. */
    boolean isNeeded() {
        return kind == Kind.NEEDED_WORDS;
    }

    /** The block the tag must stand in; null for tags outside every block. */
    TemplateTag parent() {
        return parent;
    }

    /** The list whose items have the tag; null for tags of the bulletin itself. */
    TemplateTag list() {
        return parent == null || parent.isList() ? parent : parent.list();
    }
}
