package io.redress.bulletin.word;

import java.util.Arrays;
import java.util.Optional;

/**
 * The tags of a template, which an office writes as {@code {{title}}}; a block begins with {@code {{?sections}}} and ends
 * with {@code {{/sections}}}, each in a paragraph of its own that is not printed. A list prints what stands in it once for
 * each of its members, a condition once or not at all. {@code src/docs/zh-CN/bulletin-template.md} explains them to offices.
 */
public enum TemplateTag {
    /** 编发单位. */
    ORGANISATION("organisation", Kind.WORDS, null),
    /** The red name, made as large as one line allows. */
    SERIES_TITLE("seriesTitle", Kind.NEEDED_WORDS, null),
    /** 2021年第12期, or 草稿. */
    ISSUE("issue", Kind.NEEDED_WORDS, null),
    /** 印发日期, or 年 月 日 to be filled in. */
    ISSUED_ON("issuedOn", Kind.NEEDED_WORDS, null),
    TITLE("title", Kind.NEEDED_WORDS, null),
    IS_CORRECTION("isCorrection", Kind.CONDITION, null),
    /** The bulletin that a 更正 takes the place of: 2021年第12期. */
    CORRECTS("corrects", Kind.NEEDED_WORDS, IS_CORRECTION),
    /** The days reported: 2021年12月6日—12月12日. */
    PERIOD("period", Kind.NEEDED_WORDS, null),
    /** 拟稿, or nothing; likewise 审核 and 签发. */
    DRAFTED_BY("draftedBy", Kind.WORDS, null),
    REVIEWED_BY("reviewedBy", Kind.WORDS, null),
    SIGNED_BY("signedBy", Kind.WORDS, null),
    /** The three in one line, as far as there are names: 拟稿：陈某　　签发：郑某. */
    PEOPLE("people", Kind.WORDS, null),

    /** Whom it is sent to; a line such as 报：区委、区政府。 */
    RECIPIENTS("recipients", Kind.LIST, null),
    RECIPIENT("recipient", Kind.WORDS, RECIPIENTS),

    SECTIONS("sections", Kind.LIST, null),
    HEADING("heading", Kind.NEEDED_WORDS, SECTIONS),
    /** Whether the heading is one of 一、 or of （一）. */
    IS_FIRST_LEVEL("isFirstLevel", Kind.CONDITION, SECTIONS),
    IS_SECOND_LEVEL("isSecondLevel", Kind.CONDITION, SECTIONS),
    LINES("lines", Kind.LIST, SECTIONS),
    TEXT("text", Kind.NEEDED_WORDS, LINES),
    /** Whether a line begins with （一）, or is text. */
    IS_SUBHEADING("isSubheading", Kind.CONDITION, LINES),
    IS_PARAGRAPH("isParagraph", Kind.CONDITION, LINES),

    /** Whether there are weeks before to be drawn. */
    HAS_TREND("hasTrend", Kind.CONDITION, null),
    PICTURE("picture", Kind.WORDS, HAS_TREND),
    PICTURE_CAPTION("pictureCaption", Kind.WORDS, HAS_TREND),

    TABLES("tables", Kind.LIST, null),
    CAPTION("caption", Kind.NEEDED_WORDS, TABLES),
    /** The table itself. */
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

    /** As it is written: {@code {{title}}}, or {@code {{?sections}}} where a block begins. */
    String written() {
        return isBlock() ? "{{?" + tagName + "}}" : "{{" + tagName + "}}";
    }

    boolean isBlock() {
        return isList() || kind == Kind.CONDITION;
    }

    boolean isList() {
        return kind == Kind.LIST;
    }

    /** Without it a bulletin would leave out what has to be said. */
    boolean isNeeded() {
        return kind == Kind.NEEDED_WORDS;
    }

    /** The block it must stand in; null for those that stand outside every list. */
    TemplateTag parent() {
        return parent;
    }

    /** The list whose members have it; null for those of the bulletin itself. */
    TemplateTag list() {
        return parent == null || parent.isList() ? parent : parent.list();
    }
}
