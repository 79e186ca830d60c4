using System.Security.Cryptography;
using System.Text.Json;
using Renkei.Tables;

namespace Renkei.Bot.Scheduling;

/// <summary>
/// Reads and changes plans. A change is a function of the plan as it stands, applied again when somebody else was quicker, so two who
/// change different things never disturb each other.
/// </summary>
internal sealed class PlanStore(ITable table, TimeProvider clock)
{
    private const int Attempts = 12;

    /// <summary>A plan, or <see langword="null"/> where there is none.</summary>
    public async ValueTask<MeetingPlan?> FindAsync(string tenantId, PlanId id, CancellationToken ct) =>
        await table.FindAsync(PlanKeys.Plan(tenantId, id), ct) is { } row ? Read(row) : null;

    /// <summary>Adds a plan; when one with its id is there already (a repeated press), nothing changes.</summary>
    /// <returns>The plan as it stands.</returns>
    public async Task<MeetingPlan> AddAsync(string tenantId, MeetingPlan plan, CancellationToken ct)
    {
        MeetingPlan first = plan with { Revision = 1, ChangedAt = clock.GetUtcNow() };
        try
        {
            await table.CommitAsync(
                [
                    new TableChange.Insert(
                        PlanKeys.Plan(tenantId, first.Id),
                        RowBody.Write(first, PlanJson.Default.MeetingPlan)
                    ),
                ],
                ct
            );
            return first;
        }
        catch (TableConflictException)
        {
            return await FindAsync(tenantId, first.Id, ct)
                ?? throw new InvalidOperationException($"Plan {first.Id} was there and is gone.");
        }
    }

    /// <summary>Changes a plan. Where nothing is different afterwards, nothing is written.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The plan.</param>
    /// <param name="change">The change; may run several times, on newer states.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>The plan as it stands afterwards, or <see langword="null"/> where there is none.</returns>
    /// <exception cref="TableUnavailableException">Nothing is known to be changed.</exception>
    public async Task<MeetingPlan?> ChangeAsync(
        string tenantId,
        PlanId id,
        Func<MeetingPlan, MeetingPlan> change,
        CancellationToken ct
    )
    {
        RowKey key = PlanKeys.Plan(tenantId, id);
        for (int attempt = 1; await table.FindAsync(key, ct) is { } row; attempt++)
        {
            MeetingPlan next = change(Read(row));
            if (RowBody.Write(next, PlanJson.Default.MeetingPlan).Span.SequenceEqual(row.Body.Span))
            {
                return next;
            }
            next = next with { Revision = next.Revision + 1, ChangedAt = clock.GetUtcNow() };
            try
            {
                await table.CommitAsync(
                    [new TableChange.Replace(key, RowBody.Write(next, PlanJson.Default.MeetingPlan), row.ETag)],
                    ct
                );
                return next;
            }
            catch (TableConflictException) when (attempt < Attempts)
            {
                await Task.Delay(
                    TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 25 * attempt)),
                    TimeProvider.System,
                    ct
                );
            }
            catch (TableConflictException conflict)
            {
                throw new TableUnavailableException(
                    "Others kept changing the same plan.",
                    outcomeUnknown: false,
                    conflict
                );
            }
        }
        return null;
    }

    private static MeetingPlan Read(TableRow row) => RowBody.Read(row, PlanJson.Default.MeetingPlan);
}
