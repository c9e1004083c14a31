package io.redress.bulletin.file;

import io.redress.bulletin.file.BulletinProof.Proven;
import io.redress.bulletin.file.BulletinVerification.FileCheck;
import io.redress.bulletin.file.BulletinVerification.Proof;
import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.model.BulletinProblems;
import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinFormat;
import io.redress.common.problem.Problem;
import io.redress.common.text.Digests;
import io.redress.file.StoredFiles;
import io.redress.report.WeekReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Verifies issued bulletins: the bytes against the hashes recorded at the signature, the hashes against the audit
 * trail, the displayed text against the content, and the figures against the closing.
 */
@ApplicationScoped
public class BulletinVerifier {

    private final BulletinFiles files;
    private final BulletinProof proofs;
    private final StoredFiles stored;
    private final WeekReader weeks;

    BulletinVerifier(BulletinFiles files, BulletinProof proofs, StoredFiles stored, WeekReader weeks) {
        this.files = files;
        this.proofs = proofs;
        this.stored = stored;
        this.weeks = weeks;
    }

    @Transactional
    public BulletinVerification verify(UUID id) {
        var bulletin = Bulletin.ofId(id).orElseThrow(Problem::notFound);
        if (!bulletin.hasNumber()) {
            throw BulletinProblems.notIssued();
        }
        var proven = proofs.of(bulletin);
        var kept = BulletinFile.ofBulletin(id);
        var proof = proven.with(kept);
        var checks = checks(bulletin, kept, proven);
        var content = content(kept).map(read -> new ContentCheck(read, bulletin));
        var recordAgrees = content.filter(ContentCheck::isOfRecord).isPresent();
        var figuresAgree = content.filter(read -> read.hasFiguresOf(weeks)).isPresent();
        var rowsBalance = content.filter(ContentCheck::balances).isPresent();
        var isIntact = checks.stream().allMatch(FileCheck::intact) && recordAgrees && figuresAgree && rowsBalance;
        return new BulletinVerification(
                isIntact && proof == Proof.PROVEN,
                proof,
                bulletin.digest,
                checks,
                recordAgrees,
                figuresAgree,
                rowsBalance);
    }

    private List<FileCheck> checks(Bulletin bulletin, List<BulletinFile> kept, Proven proven) {
        var checks = new ArrayList<FileCheck>();
        kept.forEach(file -> checks.add(check(file, bulletin.digest, proven)));
        var gone = new HashSet<>(proven.files().keySet());
        kept.forEach(file -> gone.remove(file.id.format()));
        gone.forEach(format -> checks.add(new FileCheck(format, proven.files().get(format), null, false, false)));
        checks.sort(Comparator.comparing(FileCheck::format));
        return checks;
    }

    private FileCheck check(BulletinFile file, String digest, Proven proven) {
        var format = file.id.format();
        var now = stored.find(file.sha256).map(Digests::sha256).orElse(null);
        var isDigest = format != BulletinFormat.JSON || file.sha256.equals(digest);
        var isProven = file.sha256.equals(proven.files().get(format));
        // For a bulletin older than the trail there is no entry to contradict.
        var isContradicted = !isProven && (proven.files().containsKey(format) || proven.ofBulletin() != Proof.NONE);
        return new FileCheck(
                format, file.sha256, now, isProven, isDigest && file.sha256.equals(now) && !isContradicted);
    }

    /** Empty when the file is missing or is not a bulletin's content. */
    private Optional<BulletinContent> content(List<BulletinFile> kept) {
        return kept.stream()
                .filter(file -> file.id.format() == BulletinFormat.JSON)
                .findFirst()
                .flatMap(file -> stored.find(file.sha256))
                .flatMap(this::read);
    }

    private Optional<BulletinContent> read(byte[] bytes) {
        try {
            return Optional.ofNullable(files.content(bytes))
                    .filter(content -> content.sections() != null && content.tables() != null);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
