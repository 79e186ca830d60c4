namespace Renkei.Domain.Summaries;

/// <summary>How one thing stood at the ends of past periods, and how it stands now.</summary>
/// <typeparam name="T">Its state.</typeparam>
public sealed class Timeline<T>
    where T : class
{
    private readonly IReadOnlyList<ClosedState<T>> closed;
    private readonly T? present;

    /// <param name="closed">What was put aside, by its closing day, oldest first.</param>
    /// <param name="present">How it stands now; <see langword="null"/> where it is over and does not count any more.</param>
    /// <exception cref="ArgumentException">Not oldest first.</exception>
    public Timeline(IReadOnlyList<ClosedState<T>> closed, T? present)
    {
        for (int i = 1; i < closed.Count; i++)
        {
            if (closed[i - 1].Closing >= closed[i].Closing)
            {
                throw new ArgumentException("The oldest state comes first, and each day once.", nameof(closed));
            }
        }
        (this.closed, this.present) = (closed, present);
    }

    /// <summary>
    /// How it stood at the end of a closing day, or stands now where it did not change since. It may have begun later: whoever asks
    /// compares. <see langword="null"/> where it was over by then.
    /// </summary>
    /// <param name="day">Not before the first day the states were read for.</param>
    public T? At(DateOnly day)
    {
        foreach (ClosedState<T> state in closed)
        {
            if (state.Closing >= day)
            {
                return state.State;
            }
        }
        return present;
    }

    /// <summary>The same times with something made of each state.</summary>
    public Timeline<TOther> Select<TOther>(Func<T, TOther> make)
        where TOther : class =>
        new(
            [.. closed.Select(c => new ClosedState<TOther>(c.Closing, make(c.State)))],
            present is null ? null : make(present)
        );
}

/// <summary>A state that was put aside.</summary>
/// <typeparam name="T">The state.</typeparam>
/// <param name="Closing">The newest day, Japan, at whose end it was so.</param>
/// <param name="State">How it stood.</param>
public sealed record ClosedState<T>(DateOnly Closing, T State)
    where T : class;
