package io.redress.bulletin;

import io.redress.bulletin.BulletinContent.Table;
import io.redress.bulletin.Verification.FileCheck;
import io.redress.common.problem.Problem;
import io.redress.common.text.Digests;
import io.redress.file.StoredFiles;
import io.redress.tally.ReportingWeek;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Checks issued bulletins: their bytes against the hashes noted at the signature, their figures against the closing. */
@ApplicationScoped
class BulletinVerifier {

    private final BulletinFiles files;
    private final StoredFiles stored;
    private final Readings readings;

    BulletinVerifier(BulletinFiles files, StoredFiles stored, Readings readings) {
        this.files = files;
        this.stored = stored;
        this.readings = readings;
    }

    @Transactional
    Verification verify(UUID id) {
        var bulletin = Bulletin.ofId(id).orElseThrow(Problem::notFound);
        if (!bulletin.hasNumber()) {
            throw BulletinProblems.notIssued();
        }
        var checks = BulletinFile.ofBulletin(id).stream()
                .map(file -> check(file, bulletin.digest))
                .toList();
        var isIntact = !checks.isEmpty() && checks.stream().allMatch(FileCheck::intact);
        var content = files.frozen(id);
        var week = ReportingWeek.ofId(bulletin.weekId).orElseThrow();
        var figuresAgree = content.figures().equals(readings.figures(bulletin.platformId, week));
        var rowsBalance = content.tables().stream().allMatch(BulletinVerifier::balances);
        return new Verification(
                isIntact && figuresAgree && rowsBalance, bulletin.digest, checks, figuresAgree, rowsBalance);
    }

    private FileCheck check(BulletinFile file, String digest) {
        var now = Digests.sha256(stored.bytes(file.sha256));
        var isDigest = file.id.format() != BulletinFormat.JSON || file.sha256.equals(digest);
        return new FileCheck(file.id.format(), file.sha256, now, isDigest && now.equals(file.sha256));
    }

    /** A label, then opening, added and removed, perhaps moved, and closing. */
    static boolean balances(Table table) {
        return table.rows().stream().allMatch(BulletinVerifier::balances);
    }

    private static boolean balances(List<String> row) {
        var figures = row.stream().skip(1).map(BigDecimal::new).toList();
        var last = figures.size() - 1;
        var sum = figures.get(0).add(figures.get(1)).subtract(figures.get(2));
        for (var moved = 3; moved < last; moved++) {
            sum = sum.add(figures.get(moved));
        }
        return sum.compareTo(figures.get(last)) == 0;
    }
}
