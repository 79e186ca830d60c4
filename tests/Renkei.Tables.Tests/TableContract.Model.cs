using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Renkei.Tables.Tests;

public abstract partial class TableContract
{
    private static readonly string[] ModelRows = ["10", "2", "A", "a", "県", "\U0001F600", "Ａ"];

    [Fact]
    public void Commit_AnyOperations_StoreIsLikeTheModel()
    {
        Gen<Step> step =
            from kind in Gen.Choose(0, 3)
            from row in Gen.Choose(0, ModelRows.Length - 1)
            from stale in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
            from body in Gen.Choose(0, 999)
            select new Step(kind, row, stale, $"{body}");
        Gen<Step[]> commit = Gen.Choose(1, 4).SelectMany(count => step.ArrayOf(count));
        Gen<Step[][]> commits = Gen.Choose(1, 15).SelectMany(count => commit.ArrayOf(count));

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(25),
            Prop.ForAll(commits.ToArbitrary(), steps => new TableModel(Table).RunAsync(steps).GetAwaiter().GetResult())
        );
    }

    /// <summary>One change as it is drawn; which change it becomes depends on what is there.</summary>
    private sealed record Step(int Kind, int Row, bool Stale, string Body);

    /// <summary>What a store should hold, kept in the plainest way.</summary>
    private sealed class TableModel(ITable table)
    {
        private readonly string partition = $"model-{Guid.NewGuid():N}";
        private readonly SortedDictionary<string, (string Body, RowETag Version)> rows = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<RowETag>> given = new(StringComparer.Ordinal);

        public async Task RunAsync(Step[][] commits)
        {
            foreach (Step[] steps in commits)
            {
                TableChange[] changes = [.. steps.DistinctBy(step => step.Row).Select(ToChange)];
                int unfitting = Array.FindIndex(changes, change => !Fits(change));
                try
                {
                    IReadOnlyList<RowETag> versions = await table.CommitAsync(changes, CancellationToken.None);
                    Assert.Equal(-1, unfitting);
                    Apply(changes, versions);
                }
                catch (TableConflictException conflict)
                {
                    Assert.Equal(unfitting, conflict.Index);
                }

                await CompareAsync();
            }
        }

        private TableChange ToChange(Step step)
        {
            RowKey key = new(partition, ModelRows[step.Row]);
            byte[] body = Text.Utf8(step.Body);
            List<RowETag> given = this.given.GetValueOrDefault(key.Row) ?? [];
            if (given.Count == 0 || step.Kind < 2)
            {
                return step.Kind == 0 ? new TableChange.Put(key, body) : new TableChange.Insert(key, body);
            }

            RowETag version = step.Stale ? given[0] : given[^1];
            return step.Kind == 2 ? new TableChange.Replace(key, body, version) : new TableChange.Delete(key, version);
        }

        private bool Fits(TableChange change) =>
            change switch
            {
                TableChange.Insert => !rows.ContainsKey(change.Key.Row),
                TableChange.Replace replace => IsCurrent(replace.Key, replace.IfMatch),
                TableChange.Delete delete => IsCurrent(delete.Key, delete.IfMatch),
                _ => true,
            };

        private bool IsCurrent(RowKey key, RowETag version) =>
            rows.TryGetValue(key.Row, out (string Body, RowETag Version) row) && row.Version == version;

        private void Apply(TableChange[] changes, IReadOnlyList<RowETag> versions)
        {
            for (int i = 0; i < changes.Length; i++)
            {
                string row = changes[i].Key.Row;
                if (Written(changes[i]) is { } body)
                {
                    rows[row] = (body, versions[i]);
                    this.given.TryAdd(row, []);
                    Assert.DoesNotContain(versions[i], this.given[row]);
                    this.given[row].Add(versions[i]);
                }
                else
                {
                    rows.Remove(row);
                }
            }
        }

        private static string? Written(TableChange change) =>
            change switch
            {
                TableChange.Insert insert => Encoding.UTF8.GetString(insert.Body.Span),
                TableChange.Replace replace => Encoding.UTF8.GetString(replace.Body.Span),
                TableChange.Put put => Encoding.UTF8.GetString(put.Body.Span),
                _ => null,
            };

        private async Task CompareAsync()
        {
            List<(string, (string, RowETag))> stored = [];
            await foreach (TableRow row in table.QueryAsync(TableQuery.AllOf(partition), CancellationToken.None))
            {
                stored.Add((row.Key.Row, (Text.Of(row), row.ETag)));
            }

            Assert.Equal(rows.Select(row => (row.Key, row.Value)), stored);
        }
    }
}
