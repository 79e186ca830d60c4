using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Summaries;
using Renkei.Domain.Time;
using Renkei.Tables;

namespace Renkei.Bot.Councils;

/// <summary>
/// Reads and changes the councils of the centres. A change is a function of the council as it stands, so two people who change
/// different things at once both succeed; council, list line, history and directory change in one commit, and what is newly planned to
/// be sent is pointed at before it.
/// </summary>
internal sealed class CouncilStore(
    ITable table,
    CouncilTemplates templates,
    BusinessDays days,
    CouncilNotices notices,
    TimeProvider clock
)
{
    private const int Attempts = 12;
    private const int RevisionsSearched = 20;
    private const int DirectoryLimit = 300;
    private readonly DecodedRows<StoredCouncil> decoded = new(capacity: 500);
    private readonly DecodedRows<CouncilLine> decodedLines = new(capacity: 2_000);

    /// <summary>One council, or <see langword="null"/> where there is none.</summary>
    public async ValueTask<Council?> FindAsync(string tenantId, CouncilId id, CancellationToken ct) =>
        (await ReadAsync(tenantId, id, ct))?.Council;

    /// <summary>The open councils of a centre, the next one first; those without a date by the month they are meant for.</summary>
    public async Task<IReadOnlyList<CouncilLine>> OpenAsync(string tenantId, string centreCode, CancellationToken ct)
    {
        List<CouncilLine> lines = await LinesAsync(tenantId, centreCode, CouncilKeys.OpenLines, limit: null, ct);
        return [.. lines.OrderBy(l => l.When?.Date ?? l.WishedMonth.AddMonths(1)).ThenBy(l => l.When?.Start)];
    }

    /// <summary>The newest councils of a centre that were held or cancelled, the latest first.</summary>
    public async Task<IReadOnlyList<CouncilLine>> ClosedAsync(
        string tenantId,
        string centreCode,
        int limit,
        CancellationToken ct
    ) => await LinesAsync(tenantId, centreCode, CouncilKeys.ClosedLines, limit, ct);

    /// <summary>
    /// Every council of a centre in no order, whole: for papers that show what no list has. One range, as long as the centre's memory.
    /// </summary>
    public async Task<IReadOnlyList<Council>> AllAsync(string tenantId, string centreCode, CancellationToken ct)
    {
        List<Council> all = [];
        TableQuery query = TableQuery.Prefix(CouncilKeys.Partition(tenantId, centreCode), CouncilKeys.Councils);
        await foreach (TableRow row in table.QueryAsync(query, ct))
        {
            all.Add(RowBody.Read(row, CouncilJson.Default.Council));
        }
        return all;
    }

    /// <summary>
    /// How the councils of a centre stood at the ends of periods, and how those stand that are open or have something agreed that is not
    /// done: one range.
    /// </summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="centreCode">The centre.</param>
    /// <param name="from">The first closing day that will be asked for.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<IReadOnlyList<Timeline<CouncilLine>>> TimelinesAsync(
        string tenantId,
        string centreCode,
        DateOnly from,
        CancellationToken ct
    )
    {
        Dictionary<string, List<ClosedState<CouncilLine>>> closed = new(StringComparer.Ordinal);
        Dictionary<string, CouncilLine> present = new(StringComparer.Ordinal);
        TableQuery query = TableQuery.Range(
            CouncilKeys.Partition(tenantId, centreCode),
            CouncilKeys.ClosedFrom(from),
            CouncilKeys.AfterOpenLines
        );
        await foreach (TableRow row in table.QueryAsync(query, ct))
        {
            CouncilLine line = Decode(row);
            if (CouncilKeys.ReadClosing(row.Key.Row) is { } closing)
            {
                if (!closed.TryGetValue(line.Name, out List<ClosedState<CouncilLine>>? states))
                {
                    closed[line.Name] = states = [];
                }
                states.Add(new(closing, line));
            }
            else
            {
                present[line.Name] = line;
            }
        }
        return
        [
            .. present
                .Keys.Union(closed.Keys, StringComparer.Ordinal)
                .Select(name => new Timeline<CouncilLine>(
                    closed.GetValueOrDefault(name) ?? [],
                    present.GetValueOrDefault(name)
                )),
        ];
    }

    /// <summary>Adds a council; when one with its id is there already (a repeated press), nothing changes.</summary>
    /// <returns>The council as it stands.</returns>
    public async Task<Council> AddAsync(string tenantId, Council council, CancellationToken ct)
    {
        Council first = council with { Revision = 1 };
        IReadOnlyList<TableChange> told = await notices.BeforeCommitAsync(tenantId, before: null, first, ct);
        try
        {
            await table.CommitAsync(
                [
                    new TableChange.Insert(CouncilKeys.Council(tenantId, first.Id), Body(first)),
                    new TableChange.Insert(CouncilKeys.Line(tenantId, first), LineOf(first)),
                    HistoryOf(tenantId, first, CouncilStep.Purpose),
                    .. told,
                ],
                ct
            );
            return first;
        }
        catch (TableConflictException)
        {
            return await FindAsync(tenantId, first.Id, ct)
                ?? throw new InvalidOperationException($"Council {first.Id} was there and is gone.");
        }
    }

    /// <summary>Changes a council. When somebody else is quicker, the change is applied to what they made of it.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The council.</param>
    /// <param name="by">Who changes it; already authorised.</param>
    /// <param name="step">The part that is changed, for the history.</param>
    /// <param name="change">
    /// The change; may run several times, on newer states. Where nothing is different afterwards nothing is written, so a repeated
    /// press costs a read.
    /// </param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>The council as it stands afterwards, or <see langword="null"/> where there is none.</returns>
    /// <exception cref="TableUnavailableException">Nothing is known to be changed.</exception>
    public async Task<Council?> ChangeAsync(
        string tenantId,
        CouncilId id,
        PersonRef by,
        CouncilStep step,
        Func<Council, Council> change,
        CancellationToken ct
    )
    {
        for (int attempt = 1; ; attempt++)
        {
            if (await ReadAsync(tenantId, id, ct) is not { } read)
            {
                return null;
            }
            Council next = change(read.Council);
            if (Body(next).Span.SequenceEqual(read.Body.Span))
            {
                return read.Council;
            }
            next = next with { Revision = read.Council.Revision + 1, ChangedBy = by, ChangedAt = clock.GetUtcNow() };
            if (await TryWriteAsync(tenantId, read, next, step, answer: null, ct))
            {
                return next;
            }
            await BackOffAsync(attempt, ct);
        }
    }

    /// <summary>The answers to a council's information sheet, by participant.</summary>
    public async Task<IReadOnlyDictionary<string, SheetAnswer>> AnswersAsync(
        string tenantId,
        CouncilId id,
        CancellationToken ct
    )
    {
        Dictionary<string, SheetAnswer> answers = new(StringComparer.Ordinal);
        TableQuery all = TableQuery.Prefix(
            CouncilKeys.Partition(tenantId, id.CentreCode),
            CouncilKeys.AnswerPrefix(id)
        );
        await foreach (TableRow row in table.QueryAsync(all, ct))
        {
            SheetAnswer answer = RowBody.Read(row, CouncilJson.Default.SheetAnswer);
            answers[answer.ParticipantId] = answer;
        }
        return answers;
    }

    /// <summary>What one participant answered, or <see langword="null"/> before they did.</summary>
    public async ValueTask<SheetAnswer?> FindAnswerAsync(
        string tenantId,
        CouncilId id,
        string participantId,
        CancellationToken ct
    ) =>
        await table.FindAsync(CouncilKeys.Answer(tenantId, id, participantId), ct) is { } row
            ? RowBody.Read(row, CouncilJson.Default.SheetAnswer)
            : null;

    /// <summary>Keeps a participant's answers; the council counts them in the same commit.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The council.</param>
    /// <param name="participantId">Whose sheet it is.</param>
    /// <param name="answers">In the order of the questions.</param>
    /// <param name="by">Who enters them.</param>
    /// <param name="seenRevision">The revision the card showed; 0 for an empty sheet.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>
    /// What stands afterwards and whether it is what was given; <see langword="null"/> where the council or the participant is gone. Where somebody
    /// else changed the sheet since the card was made, nothing is written and theirs comes back.
    /// </returns>
    public async Task<(Council Council, SheetAnswer Stands, bool Saved)?> SaveAnswerAsync(
        string tenantId,
        CouncilId id,
        string participantId,
        IReadOnlyList<string> answers,
        PersonRef by,
        int seenRevision,
        CancellationToken ct
    )
    {
        for (int attempt = 1; ; attempt++)
        {
            if (
                await ReadAsync(tenantId, id, ct) is not { } read
                || read.Council.AskedForSheet().All(p => p.Id != participantId)
            )
            {
                return null;
            }
            RowKey key = CouncilKeys.Answer(tenantId, id, participantId);
            TableRow? row = await table.FindAsync(key, ct);
            SheetAnswer? now = row is null ? null : RowBody.Read(row, CouncilJson.Default.SheetAnswer);
            if (now is not null && now.Answers.SequenceEqual(answers))
            {
                return (read.Council, now, true);
            }
            if (now is not null && now.Revision != seenRevision)
            {
                return (read.Council, now, false);
            }
            DateTimeOffset at = clock.GetUtcNow();
            SheetAnswer next = new(participantId, answers, by, at, (now?.Revision ?? 0) + 1);
            ReadOnlyMemory<byte> body = RowBody.Write(next, CouncilJson.Default.SheetAnswer);
            TableChange change = row is null
                ? new TableChange.Insert(key, body)
                : new TableChange.Replace(key, body, row.ETag);
            Council council = read.Council with
            {
                SheetAnsweredBy = read.Council.SheetAnsweredBy.Contains(participantId)
                    ? read.Council.SheetAnsweredBy
                    : [.. read.Council.SheetAnsweredBy, participantId],
                Revision = read.Council.Revision + 1,
                ChangedBy = by,
                ChangedAt = at,
            };
            if (await TryWriteAsync(tenantId, read, council, CouncilStep.Sheets, change, ct))
            {
                return (council, next, true);
            }
            await BackOffAsync(attempt, ct);
        }
    }

    /// <summary>The newest revisions of a council, newest first.</summary>
    public async Task<IReadOnlyList<CouncilRevision>> HistoryAsync(
        string tenantId,
        CouncilId id,
        int limit,
        CancellationToken ct
    )
    {
        List<CouncilRevision> revisions = [];
        TableQuery newest = TableQuery
            .Prefix(CouncilKeys.Partition(tenantId, id.CentreCode), CouncilKeys.HistoryPrefix(id))
            .Take(limit);
        await foreach (TableRow row in table.QueryAsync(newest, ct))
        {
            revisions.Add(RowBody.Read(row, CouncilJson.Default.CouncilRevision));
        }
        return revisions;
    }

    /// <summary>A council as it was at a revision: what is taken back is restored from there. <see langword="null"/> where there is none.</summary>
    public async ValueTask<Council?> RevisionAsync(string tenantId, CouncilId id, int revision, CancellationToken ct) =>
        CouncilKeys.IsRevision(revision)
        && await table.FindAsync(CouncilKeys.History(tenantId, id, revision), ct) is { } row
            ? RowBody.Read(row, CouncilJson.Default.CouncilRevision).Council
            : null;

    /// <summary>
    /// A council as it was when something was last there, to be restored from; <see langword="null"/> where its newest revisions do not
    /// have it.
    /// </summary>
    public async Task<Council?> LastWithAsync(
        string tenantId,
        CouncilId id,
        Func<Council, bool> has,
        CancellationToken ct
    ) => (await HistoryAsync(tenantId, id, RevisionsSearched, ct)).FirstOrDefault(r => has(r.Council))?.Council;

    /// <summary>Who changed a part of a council last, and when (UTC); <see langword="null"/> where its newest revisions do not tell.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The council.</param>
    /// <param name="part">A text that differs when the part does.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<(PersonRef By, DateTimeOffset At)?> LastChangeOfAsync(
        string tenantId,
        CouncilId id,
        Func<Council, string?> part,
        CancellationToken ct
    )
    {
        IReadOnlyList<CouncilRevision> newest = await HistoryAsync(tenantId, id, RevisionsSearched, ct);
        return newest
            .Zip(newest.Skip(1), (after, before) => (after, before))
            .Where(p => part(p.after.Council) != part(p.before.Council))
            .Select(p => ((PersonRef, DateTimeOffset)?)(p.after.Council.ChangedBy, p.after.Council.ChangedAt))
            .FirstOrDefault();
    }

    /// <summary>The councils of a centre with agreements that are still open.</summary>
    public Task<IReadOnlyList<AgreementsLine>> OpenAgreementsAsync(
        string tenantId,
        string centreCode,
        CancellationToken ct
    ) =>
        AgreementsAsync(TableQuery.Prefix(CouncilKeys.Partition(tenantId, centreCode), CouncilKeys.OpenAgreements), ct);

    /// <summary>The newest councils of a centre all of whose agreements are kept, the latest first.</summary>
    public Task<IReadOnlyList<AgreementsLine>> KeptAgreementsAsync(
        string tenantId,
        string centreCode,
        int limit,
        CancellationToken ct
    ) =>
        AgreementsAsync(
            TableQuery.Prefix(CouncilKeys.Partition(tenantId, centreCode), CouncilKeys.KeptAgreements).Take(limit),
            ct
        );

    /// <summary>Whom a centre worked with before (関係者名簿), by sector, then as they were used last; newest first.</summary>
    public async Task<IReadOnlyList<Stakeholder>> StakeholdersAsync(
        string tenantId,
        string centreCode,
        CancellationToken ct
    )
    {
        List<Stakeholder> people = await DirectoryAsync(tenantId, centreCode, "d~", ct);
        return [.. people.OrderBy(p => p.SectorCode, StringComparer.Ordinal).ThenByDescending(p => p.LastUsed)];
    }

    /// <summary>Whom a centre worked with before of one sector, as they were used last; newest first.</summary>
    public async Task<IReadOnlyList<Stakeholder>> StakeholdersOfAsync(
        string tenantId,
        string centreCode,
        string sectorCode,
        CancellationToken ct
    ) => [.. (await DirectoryAsync(tenantId, centreCode, $"d~{sectorCode}~", ct)).OrderByDescending(p => p.LastUsed)];

    /// <summary>What had been planned to be sent for a council and was not any more, the newest change first.</summary>
    public async Task<IReadOnlyList<Withdrawal>> WithdrawalsAsync(
        string tenantId,
        CouncilId id,
        int limit,
        CancellationToken ct
    )
    {
        List<Withdrawal> withdrawals = [];
        TableQuery newest = TableQuery
            .Prefix(CouncilKeys.Partition(tenantId, id.CentreCode), CouncilKeys.WithdrawalPrefix(id))
            .Take(limit);
        await foreach (TableRow row in table.QueryAsync(newest, ct))
        {
            withdrawals.Add(RowBody.Read(row, CouncilJson.Default.Withdrawal));
        }
        return withdrawals;
    }

    /// <summary>What a centre set for all its councils.</summary>
    public async ValueTask<CentreSettings> SettingsAsync(string tenantId, string centreCode, CancellationToken ct) =>
        await table.FindAsync(CouncilKeys.Centre(tenantId, centreCode), ct) is { } row
            ? RowBody.Read(row, CouncilJson.Default.CentreSettings)
            : new(Lead: null);

    /// <summary>Changes what a centre set for all its councils; the last one wins.</summary>
    public async Task KeepSettingsAsync(
        string tenantId,
        string centreCode,
        CentreSettings settings,
        CancellationToken ct
    ) =>
        await table.CommitAsync(
            [
                new TableChange.Put(
                    CouncilKeys.Centre(tenantId, centreCode),
                    RowBody.Write(settings, CouncilJson.Default.CentreSettings)
                ),
            ],
            ct
        );

    private async Task<bool> TryWriteAsync(
        string tenantId,
        StoredCouncil read,
        Council next,
        CouncilStep step,
        TableChange? answer,
        CancellationToken ct
    )
    {
        RowKey lineBefore = CouncilKeys.Line(tenantId, read.Council);
        RowKey line = CouncilKeys.Line(tenantId, next);
        List<TableChange> changes =
        [
            new TableChange.Replace(CouncilKeys.Council(tenantId, next.Id), Body(next), read.ETag),
            new TableChange.Put(line, LineOf(next)),
            HistoryOf(tenantId, next, step),
            .. Learned(tenantId, read.Council, next),
            .. await notices.BeforeCommitAsync(tenantId, read.Council, next, ct),
        ];
        if (lineBefore != line)
        {
            await AddRemovalAsync(lineBefore, changes, ct);
        }
        await AddSummaryLinesAsync(tenantId, read.Council, next, changes, ct);
        await AddAgreementsAsync(tenantId, read.Council, next, changes, ct);
        if (answer is not null)
        {
            changes.Add(answer);
        }
        try
        {
            await table.CommitAsync(changes, ct);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    /// <summary>What was agreed lies beside the council as well, so that one range shows it for all councils of a centre.</summary>
    private async ValueTask AddAgreementsAsync(
        string tenantId,
        Council before,
        Council after,
        List<TableChange> changes,
        CancellationToken ct
    )
    {
        RowKey? was = CouncilKeys.Agreements(tenantId, before);
        RowKey? now = CouncilKeys.Agreements(tenantId, after);
        if (now is not null)
        {
            ReadOnlyMemory<byte> body = Body(AgreementsLine.Of(after));
            if (now != was || !body.Span.SequenceEqual(Body(AgreementsLine.Of(before)).Span))
            {
                changes.Add(new TableChange.Put(now, body));
            }
        }
        if (was is not null && was != now)
        {
            await AddRemovalAsync(was, changes, ct);
        }
    }

    /// <summary>
    /// What summaries read besides the list: the line as it stood when the last period ended, before the first change after it, and the
    /// line of a council that is over as long as something agreed is not done.
    /// </summary>
    private async ValueTask AddSummaryLinesAsync(
        string tenantId,
        Council before,
        Council after,
        List<TableChange> changes,
        CancellationToken ct
    )
    {
        if (ClosingDay.PassedBetween(before.ChangedAt, after.ChangedAt) is { } closing)
        {
            changes.Add(new TableChange.Put(CouncilKeys.Closed(tenantId, after.Id, closing), LineOf(before)));
        }
        RowKey? now = CouncilKeys.Promise(tenantId, after);
        if (now is not null)
        {
            changes.Add(new TableChange.Put(now, LineOf(after)));
        }
        else if (CouncilKeys.Promise(tenantId, before) is { } was)
        {
            await AddRemovalAsync(was, changes, ct);
        }
    }

    private async ValueTask AddRemovalAsync(RowKey key, List<TableChange> changes, CancellationToken ct)
    {
        if (await table.FindAsync(key, ct) is { } row)
        {
            changes.Add(new TableChange.Delete(key, row.ETag));
        }
    }

    /// <summary>Whoever is new on the list of participants, or is reached in a new way, goes into the directory.</summary>
    private static IEnumerable<TableChange> Learned(string tenantId, Council before, Council after) =>
        after
            .Participants.Where(p =>
                before.FindParticipant(p.Id) is not { } was
                || was.Contact != p.Contact
                || was.Organisation != p.Organisation
                || was.Name != p.Name
            )
            .Select(p => new TableChange.Put(
                StakeholderKey(tenantId, after.Id.CentreCode, p),
                RowBody.Write(
                    new Stakeholder(p.SectorCode, p.Organisation, p.Name, p.Contact, after.ChangedAt),
                    CouncilJson.Default.Stakeholder
                )
            ))
            .DistinctBy(c => c.Key);

    private static RowKey StakeholderKey(string tenantId, string centreCode, Participant participant)
    {
        byte[] who = Encoding.UTF8.GetBytes($"{participant.Organisation}\n{participant.Name}");
        string hash = Convert.ToHexStringLower(SHA256.HashData(who).AsSpan(0, 8));
        return new(CouncilKeys.Partition(tenantId, centreCode), $"d~{participant.SectorCode}~{hash}");
    }

    private static TableChange.Insert HistoryOf(string tenantId, Council council, CouncilStep step) =>
        new(
            CouncilKeys.History(tenantId, council.Id, council.Revision),
            RowBody.Write(new CouncilRevision(council, step), CouncilJson.Default.CouncilRevision)
        );

    private static ReadOnlyMemory<byte> Body(Council council) => RowBody.Write(council, CouncilJson.Default.Council);

    private static ReadOnlyMemory<byte> Body(AgreementsLine line) =>
        RowBody.Write(line, CouncilJson.Default.AgreementsLine);

    private ReadOnlyMemory<byte> LineOf(Council council)
    {
        CouncilTemplate template =
            templates.Find(council.TemplateCode)
            ?? throw new InvalidOperationException(
                $"Council {council.Id} is of the unknown kind {council.TemplateCode}."
            );
        CouncilLine line = CouncilLine.Of(council, Readiness.Of(council, template, days), council.PlanIn(days));
        return RowBody.Write(line, CouncilJson.Default.CouncilLine);
    }

    private async ValueTask<StoredCouncil?> ReadAsync(string tenantId, CouncilId id, CancellationToken ct) =>
        await table.FindAsync(CouncilKeys.Council(tenantId, id), ct) is { } row
            ? decoded.Of(
                row,
                0,
                static (row, _) => new StoredCouncil(RowBody.Read(row, CouncilJson.Default.Council), row.Body, row.ETag)
            )
            : null;

    private async Task<List<Stakeholder>> DirectoryAsync(
        string tenantId,
        string centreCode,
        string prefix,
        CancellationToken ct
    )
    {
        List<Stakeholder> people = [];
        TableQuery all = TableQuery.Prefix(CouncilKeys.Partition(tenantId, centreCode), prefix).Take(DirectoryLimit);
        await foreach (TableRow row in table.QueryAsync(all, ct))
        {
            people.Add(RowBody.Read(row, CouncilJson.Default.Stakeholder));
        }
        return people;
    }

    private async Task<List<CouncilLine>> LinesAsync(
        string tenantId,
        string centreCode,
        string prefix,
        int? limit,
        CancellationToken ct
    )
    {
        TableQuery query = TableQuery.Prefix(CouncilKeys.Partition(tenantId, centreCode), prefix);
        List<CouncilLine> lines = [];
        await foreach (TableRow row in table.QueryAsync(limit is { } most ? query.Take(most) : query, ct))
        {
            lines.Add(Decode(row));
        }
        return lines;
    }

    private CouncilLine Decode(TableRow row) =>
        decodedLines.Of(row, 0, static (row, _) => RowBody.Read(row, CouncilJson.Default.CouncilLine));

    private async Task<IReadOnlyList<AgreementsLine>> AgreementsAsync(TableQuery query, CancellationToken ct)
    {
        List<AgreementsLine> lines = [];
        await foreach (TableRow row in table.QueryAsync(query, ct))
        {
            lines.Add(RowBody.Read(row, CouncilJson.Default.AgreementsLine));
        }
        return lines;
    }

    private async Task BackOffAsync(int attempt, CancellationToken ct)
    {
        if (attempt >= Attempts)
        {
            throw new TableUnavailableException("Others kept changing the same council.", outcomeUnknown: false, null);
        }
        await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 25 * attempt)), clock, ct);
    }

    private sealed record StoredCouncil(Council Council, ReadOnlyMemory<byte> Body, RowETag ETag);
}
