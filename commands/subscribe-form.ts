/** The form of `/digest subscribe`: five questions, which is what a modal of Discord holds, answered as the channel has it now. */
import type { Form, Suggestion } from '../src/chat/conversation.ts';
import { weekdays } from '../src/edition/subscription.ts';
import { labelOfTheme } from '../src/edition/theme.ts';
import { nameOfWeekday } from '../src/edition/weekdays.ts';
import { presentOf } from './channel.ts';
import type { CommandContext } from './command.ts';

const named = (name: string): Suggestion => ({ label: name, value: name });

export const subscribeForm = async (context: CommandContext): Promise<Form> => {
  const present = await presentOf(context);
  const days = weekdays.map(weekday => ({ label: nameOfWeekday(weekday), value: weekday }));
  return {
    title: 'What this channel gets',
    submit: 'Subscribe',
    command: 'subscribe',
    fields: [
      {
        name: 'theme',
        label: 'Themes',
        hint: 'Leave this and companies empty for the whole edition.',
        kind: 'found',
        choices: [],
        initial: present.themes.map(slug => ({ label: labelOfTheme(slug), value: slug })),
        isRequired: false,
      },
      {
        name: 'company',
        label: 'Companies',
        hint: 'An entry is posted that has one of the themes or one of the companies.',
        kind: 'found',
        choices: [],
        initial: present.companies.map(named),
        isRequired: false,
      },
      { name: 'at', label: 'Time', kind: 'time', choices: [], initial: [named(present.at)], isRequired: true },
      {
        name: 'zone',
        label: 'Time zone',
        kind: 'found-one',
        choices: [],
        initial: [named(present.timeZone)],
        isRequired: true,
      },
      {
        name: 'days',
        label: 'Weekdays',
        kind: 'several',
        choices: days,
        initial: days.filter(({ value }) => present.weekdays.includes(value)),
        isRequired: true,
      },
    ],
  };
};
