package io.redress.platform;

import io.redress.area.Area;
import io.redress.common.problem.ConstraintProblems;
import io.redress.common.problem.Problem;
import io.redress.common.time.Clocks;
import io.redress.common.web.Versions;
import io.redress.identity.Pinyin;
import io.redress.identity.SocialCreditCode;
import io.redress.platform.PlatformView.WindowView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Use cases that enter and change platforms and their branches. */
@ApplicationScoped
class Platforms {

    private static final ConstraintProblems<Platform> PLATFORM_CONSTRAINTS = new ConstraintProblems<>(Map.of(
            "platform_name_is_taken", platform -> PlatformProblems.nameTaken(platform.name),
            "platform_loss_formula_is_fixed", platform -> PlatformProblems.lossFormulaFixed()));

    private static final ConstraintProblems<Branch> BRANCH_CONSTRAINTS = new ConstraintProblems<>(
            Map.of("branch_name_is_taken", branch -> PlatformProblems.branchNameTaken(branch.name)));

    private final Clock clock;

    Platforms(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    PlatformView enter(EnterPlatform request) {
        var platform = Platform.entered(clock.instant());
        fill(platform, request, clock);
        PLATFORM_CONSTRAINTS.persistAndFlush(platform);
        return view(platform);
    }

    @Transactional
    PlatformView change(UUID id, EnterPlatform request, String ifMatch) {
        var platform = Platform.ofId(id).orElseThrow(Problem::notFound);
        Versions.demand(ifMatch, platform.version);
        fill(platform, request, clock);
        PLATFORM_CONSTRAINTS.persistAndFlush(platform);
        return view(platform);
    }

    @Transactional
    PlatformView read(UUID id) {
        return view(Platform.ofId(id).orElseThrow(Problem::notFound));
    }

    @Transactional
    BranchView enterBranch(UUID platformId, EnterBranch request) {
        Platform.ofId(platformId).orElseThrow(Problem::notFound);
        var branch = Branch.of(platformId);
        fill(branch, request);
        BRANCH_CONSTRAINTS.persistAndFlush(branch);
        return BranchView.of(branch);
    }

    @Transactional
    BranchView changeBranch(UUID platformId, UUID id, EnterBranch request, String ifMatch) {
        var branch = Branch.of(platformId, id).orElseThrow(Problem::notFound);
        Versions.demand(ifMatch, branch.version);
        fill(branch, request);
        BRANCH_CONSTRAINTS.persistAndFlush(branch);
        return BranchView.of(branch);
    }

    @Transactional
    List<BranchView> branchesOf(UUID platformId) {
        Platform.ofId(platformId).orElseThrow(Problem::notFound);
        return Branch.ofPlatform(platformId).stream().map(BranchView::of).toList();
    }

    private static void fill(Platform platform, EnterPlatform request, Clock clock) {
        var first = inOrder("firstWindow", request.firstWindow());
        var supplementary = inOrder("supplementaryWindow", request.supplementaryWindow());
        platform.call(request.name(), request.aliases());
        platform.runBy(request.company(), request.companyCreditCode());
        platform.become(request.kind(), request.stage());
        platform.investigatedBy(request.policeAuthority(), request.policeCaseNumber());
        platform.registerWithin(first, supplementary);
        platform.reckonBy(request.setOff());
        platform.watch(request.watched(), Clocks.today(clock));
        platform.changed(clock.instant());
    }

    private static void fill(Branch branch, EnterBranch request) {
        branch.call(request.name(), request.creditCode());
        branch.lieAt(Area.currentCode(Area.codeOf(request.areaCode(), "/areaCode")), request.address());
        branch.speakThrough(request.contactName(), request.contactPhone());
        branch.close(request.closed());
    }

    private static RegistrationWindow inOrder(String field, WindowView given) {
        var window = WindowView.read(given);
        if (window != null && !window.isInOrder()) {
            throw PlatformProblems.windowOutOfOrder(field);
        }
        return window;
    }

    static PlatformView view(Platform platform) {
        var warnings = platform.companyCreditCode == null || SocialCreditCode.isValid(platform.companyCreditCode)
                ? List.<PlatformView.Warning>of()
                : List.of(PlatformView.Warning.CREDIT_CODE_CHECK_FAILED);
        return new PlatformView(
                platform.id,
                platform.name,
                platform.aliases,
                pinyin(platform),
                platform.company,
                platform.companyCreditCode,
                platform.kind,
                platform.stage,
                platform.policeAuthority,
                platform.policeCaseNumber,
                WindowView.of(platform.firstWindow),
                WindowView.of(platform.supplementaryWindow),
                new TreeSet<>(platform.setOff),
                platform.isWatched(),
                platform.watchedSince,
                warnings,
                platform.version);
    }

    private static String pinyin(Platform platform) {
        return Stream.concat(Stream.of(platform.name), platform.aliases.stream())
                .map(Pinyin::forFinding)
                .collect(Collectors.joining(" "));
    }
}
