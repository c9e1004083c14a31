package io.redress.bulletin;

import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.model.BulletinProblems;
import io.redress.bulletin.model.BulletinStep;
import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinPage;
import io.redress.bulletin.print.PageContent;
import io.redress.bulletin.typeface.BulletinFont;
import io.redress.common.problem.Problem;
import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Missing glyphs: characters that the PDF's fonts do not have and that are printed as 〓. The office sees them while it
 * can still write the name differently; signing with missing glyphs needs an acknowledgement.
 */
@Schema(
        name = "BulletinMissingCharacters",
        description = "PDF 字体没有、将印作〓的字 / characters that the PDF's typefaces lack and print as 〓")
record MissingCharacters(
        @Schema(
                description =
                        "所在：标题、某一部分，或其他（平台名称、经手人姓名）"
                                + " / where: in the title, in a section, or elsewhere (name of the platform, or of a person who took a step)",
                required = true)
        Part part,

        @Schema(description = "所在部分的代号；不在某一部分的为 null / key of the section; null outside one", nullable = true)
        String section,

        @Schema(
                description = "所在部分的标题；不在某一部分的为 null / heading of the section; null outside one",
                nullable = true,
                examples = "一、基本情况")
        String heading,

        @Schema(description = "这些字，各列一次 / the characters, each once", required = true, examples = "[\"𠮷\"]")
        List<String> characters) {

    @Schema(name = "BulletinPart", description = "TITLE 标题 / title，SECTION 某一部分 / a section，ELSEWHERE 其他 / elsewhere")
    enum Part implements Labelled {
        TITLE("标题", "Title"),
        SECTION("某一部分", "A section"),
        ELSEWHERE("其他", "Elsewhere");

        private final Label label;

        Part(String zh, String en) {
            label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    static List<MissingCharacters> of(Bulletin bulletin, String seriesTitle) {
        var places = new ArrayList<MissingCharacters>();
        places.add(new MissingCharacters(Part.TITLE, null, null, BulletinFont.missing(bulletin.title)));
        bulletin.sections.forEach(section -> places.add(new MissingCharacters(
                Part.SECTION,
                section.key(),
                section.heading(),
                BulletinFont.missing(section.heading() + section.body()))));
        var names = bulletin.steps.stream().map(BulletinStep::takenBy).collect(Collectors.joining());
        places.add(new MissingCharacters(Part.ELSEWHERE, null, null, BulletinFont.missing(seriesTitle + names)));
        return places.stream().filter(place -> !place.characters().isEmpty()).toList();
    }

    /**
     * Checks the whole printed text.
     *
     * @throws Problem 409 with the characters, unless the signer has acknowledged them
     */
    static void demandNone(BulletinContent content, boolean isAcknowledged) {
        if (isAcknowledged) {
            return;
        }
        var missing = BulletinFont.missing(BulletinPage.forPdf(PageContent.of(content)));
        if (!missing.isEmpty()) {
            throw BulletinProblems.charactersMissing(missing);
        }
    }
}
