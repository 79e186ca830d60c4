namespace Renkei.Room.Trouble;

/// <summary>The switches that are on. Safe for many threads.</summary>
public sealed class TroubleSwitches
{
    private readonly Lock gate = new();
    private readonly List<TroubleSwitch> switches = [];

    /// <summary>What is on, oldest first.</summary>
    public IReadOnlyList<TroubleSwitch> Current
    {
        get
        {
            lock (gate)
            {
                return [.. switches];
            }
        }
    }

    internal event EventHandler? Changed;

    /// <summary>Switches trouble on; a switch for the same target and kind is replaced.</summary>
    /// <param name="target">Whom it concerns.</param>
    /// <param name="kind">What goes wrong.</param>
    /// <param name="settings">Details, e.g. how many times.</param>
    public void On(TroubleTarget target, TroubleKind kind, TroubleSettings? settings = null)
    {
        lock (gate)
        {
            switches.RemoveAll(s => s.Target == target && s.Kind == kind);
            switches.Add(new(target, kind, settings ?? new()));
        }
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Switches trouble off; nothing happens if it was not on.</summary>
    public void Off(TroubleTarget target, TroubleKind kind)
    {
        lock (gate)
        {
            switches.RemoveAll(s => s.Target == target && s.Kind == kind);
        }
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Switches everything off.</summary>
    public void Clear()
    {
        lock (gate)
        {
            switches.Clear();
        }
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Whether something is on, without using it up.</summary>
    internal bool IsOn(TroubleKind kind, string? conversation, string? person)
    {
        lock (gate)
        {
            return switches.Exists(s => s.Kind == kind && s.Target.Covers(conversation, person));
        }
    }

    /// <summary>The settings of the switch that strikes now, used up by one; <see langword="null"/> if none does.</summary>
    internal TroubleSettings? Strike(TroubleKind kind, string? conversation, string? person)
    {
        TroubleSettings settings;
        lock (gate)
        {
            int at = switches.FindIndex(s => s.Kind == kind && s.Target.Covers(conversation, person));
            if (at < 0)
            {
                return null;
            }
            settings = switches[at].Settings;
            if (settings.Remaining is not int remaining)
            {
                return settings;
            }
            if (remaining > 1)
            {
                switches[at] = switches[at] with { Settings = settings with { Remaining = remaining - 1 } };
            }
            else
            {
                switches.RemoveAt(at);
            }
        }
        Changed?.Invoke(this, EventArgs.Empty);
        return settings;
    }

    internal void OffFor(TroubleKind kind, string? conversation, string? person)
    {
        int removed;
        lock (gate)
        {
            removed = switches.RemoveAll(s =>
                s.Kind == kind && s.Target.All is not true && s.Target.Covers(conversation, person)
            );
        }
        if (removed > 0)
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }
}
