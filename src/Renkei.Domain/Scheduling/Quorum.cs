namespace Renkei.Domain.Scheduling;

/// <summary>Counts rules by organisation for a fixed round of people, at many times.</summary>
internal sealed class Quorum
{
    private readonly IReadOnlyList<QuorumRule> rules;
    private readonly int[][] seatsOfRule;
    private readonly int[] seatOfPerson;
    private readonly Availability[] bySeat;

    /// <summary>Not for use by several threads at once.</summary>
    public Quorum(IReadOnlyList<QuorumRule> rules, IReadOnlyList<Invitee> people)
    {
        this.rules = rules;
        Dictionary<string, int> seats = [];
        foreach (string organisation in rules.SelectMany(r => r.Organisations))
        {
            seats.TryAdd(organisation, seats.Count);
        }
        seatsOfRule = [.. rules.Select(r => r.Organisations.Select(o => seats[o]).ToArray())];
        seatOfPerson = [.. people.Select(p => seats.GetValueOrDefault(p.Organisation, -1))];
        bySeat = new Availability[seats.Count];
    }

    /// <summary>How many organisations are lacking, and how many hang on people who are uncertain, over all rules.</summary>
    /// <param name="people">In the order of the constructor.</param>
    public (int Lacking, int Open) Count(ReadOnlySpan<Availability> people)
    {
        Seat(people);
        (int lacking, int open) = (0, 0);
        for (int rule = 0; rule < rules.Count; rule++)
        {
            (int l, int o) = Count(rule);
            lacking += l;
            open += o;
        }
        return (lacking, open);
    }

    /// <summary>The rules that are not met for certain.</summary>
    /// <param name="people">In the order of the constructor.</param>
    public IReadOnlyList<QuorumGap> Gaps(ReadOnlySpan<Availability> people)
    {
        Seat(people);
        List<QuorumGap> gaps = [];
        for (int rule = 0; rule < rules.Count; rule++)
        {
            (int lacking, int open) = Count(rule);
            if (lacking + open > 0)
            {
                int[] seats = seatsOfRule[rule];
                gaps.Add(
                    new(
                        rules[rule],
                        lacking,
                        open,
                        [.. rules[rule].Organisations.Where((_, i) => bySeat[seats[i]] == Availability.Busy)]
                    )
                );
            }
        }
        return gaps;
    }

    // An organisation can come as well as the best of its people can.
    private void Seat(ReadOnlySpan<Availability> people)
    {
        Array.Fill(bySeat, Availability.Busy);
        for (int i = 0; i < people.Length; i++)
        {
            int seat = seatOfPerson[i];
            if (seat >= 0 && people[i] < bySeat[seat])
            {
                bySeat[seat] = people[i];
            }
        }
    }

    private (int Lacking, int Open) Count(int rule)
    {
        (int certain, int possible) = (0, 0);
        foreach (int seat in seatsOfRule[rule])
        {
            certain += bySeat[seat] == Availability.Free ? 1 : 0;
            possible += bySeat[seat] == Availability.Busy ? 0 : 1;
        }
        int atLeast = rules[rule].AtLeast;
        int lacking = Math.Max(0, atLeast - possible);
        return (lacking, Math.Max(0, atLeast - certain) - lacking);
    }
}
